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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BelgianEnterpriseNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0403019261", "0403.019.261", "BE0403019261", "be 0403 019 261", "BE 403.019.261"})
  void allWaysOfWritingItAreOneNumber(String typed) {
    assertThat(BelgianEnterpriseNumber.parse(typed).value()).isEqualTo("0403019261");
  }

  @Test
  void itIsPrintedInGroups() {
    assertThat(new BelgianEnterpriseNumber("0403019261")).hasToString("0403.019.261");
  }

  @ParameterizedTest
  @CsvSource({
    "0403019262, CHECK_DIGIT",
    "0000000000, CHECK_DIGIT",
    "2403019261, SHAPE",
    "04030192, LENGTH",
    "0403.019.2611, LENGTH",
    "NL403019261, LENGTH",
    "O403019261, CHARACTER",
    "BE, MISSING"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> BelgianEnterpriseNumber.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }

  @Property
  void everySingleWrongDigitIsNoticed(
      @ForAll @IntRange(max = 19_999_999) int first8,
      @ForAll @IntRange(max = 9) int position,
      @ForAll @NumericChars char other) {
    BelgianEnterpriseNumber number =
        new BelgianEnterpriseNumber("%08d%02d".formatted(first8, 97 - first8 % 97));
    assertThat(BelgianEnterpriseNumber.parse(number.toString())).isEqualTo(number);
    StringBuilder wrong = new StringBuilder(number.value());
    Assume.that(wrong.charAt(position) != other);
    wrong.setCharAt(position, other);
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> BelgianEnterpriseNumber.parse(wrong.toString()));
  }
}
