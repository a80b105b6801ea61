package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsccTest {

  @ParameterizedTest
  @ValueSource(strings = {"354123450000000014", "073000093496312546", "373323995756893927"})
  void codesSeenOnLabelsAreValid(String code) {
    assertThat(Sscc.parse(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00340434161094015902",
        "340434161094015902",
        "(00) 340434161094015902",
        "（００）3 4043416 109401590 2"
      })
  void theApplicationIdentifierMayStandBefore(String code) {
    assertThat(Sscc.parse(code).value()).isEqualTo("340434161094015902");
  }

  @Test
  void theLabelCarriesTheApplicationIdentifier() {
    assertThat(new Sscc("340434161094015902")).hasToString("00340434161094015902");
  }

  @ParameterizedTest
  @CsvSource({
    "073000123496312546, CHECK_DIGIT",
    "312345678901234560, CHECK_DIGIT",
    "35412345000000001, LENGTH",
    "01354123450000000014, LENGTH",
    "35412345000000001A, CHARACTER",
    "(), MISSING"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> Sscc.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }

  @Property
  void anIssuedCodeIsValidAndReadBack(@ForAll @StringLength(17) @NumericChars String first17) {
    Sscc sscc = Sscc.of(first17);
    assertThat(Sscc.parse(sscc.toString())).isEqualTo(sscc);
    assertThat(Sscc.parse(sscc.value())).isEqualTo(sscc);
  }

  @Property
  void everySingleWrongDigitIsNoticed(
      @ForAll @StringLength(17) @NumericChars String first17,
      @ForAll @IntRange(max = 17) int position,
      @ForAll @NumericChars char other) {
    StringBuilder wrong = new StringBuilder(Sscc.of(first17).value());
    Assume.that(wrong.charAt(position) != other);
    wrong.setCharAt(position, other);
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> Sscc.parse(wrong.toString()));
  }
}
