package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S10Test {

  @ParameterizedTest
  @ValueSource(strings = {"EB000717595HK", "EE471108151FR", "RB167995284IT", "LE223553042BE"})
  void numbersThatPostsIssuedAreValid(String issued) {
    assertThat(S10.parse(issued)).hasToString(issued);
    assertThat(S10.parse(issued).doubt()).isEmpty();
  }

  @Test
  void whatAPersonTypesIsRead() {
    S10 item = S10.parse("le 223 553 042 be");
    assertThat(item.value()).isEqualTo("LE223553042BE");
    assertThat(item.service()).isEqualTo("LE");
    assertThat(item.country()).isEqualTo("BE");
  }

  @ParameterizedTest
  @CsvSource({
    "EB900717618HK, CHECK_DIGIT",
    "RR123456789IE, CHECK_DIGIT",
    "LE223553042B, LENGTH",
    "1E223553042BE, CHARACTER",
    "LE22355304ZBE, CHARACTER",
    "LE223553042B3, CHARACTER",
    "LE223553042ZZ, NO_SUCH_COUNTRY"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> S10.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }

  @Test
  void anIssuerCannotMakeAWrongOne() {
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> S10.of("L", "E12345678", "BE"));
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> S10.of("LE", "1234567", "BE"));
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> S10.of("LE", "12345678", "BEL"));
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> S10.of("L3", "12345678", "BE"));
  }

  @Test
  void reservedServiceLettersAreDoubtedButNotRefused() {
    assertThat(S10.of("SA", "12345678", "BE").doubt())
        .hasValueSatisfying(doubt -> assertThat(doubt).contains("reserved"));
  }

  @ParameterizedTest
  @CsvSource({"00000000, 5", "00300000, 0", "00002000, 5"})
  void elevenIsWrittenFiveAndTenIsWrittenNought(String serial, char check) {
    assertThat(S10.of("LE", serial, "BE").value().charAt(10)).isEqualTo(check);
  }

  @Property
  void anIssuedNumberIsValidAndReadBack(
      @ForAll @StringLength(2) @CharRange(from = 'A', to = 'Z') String service,
      @ForAll @StringLength(8) @NumericChars String serial) {
    S10 item = S10.of(service, serial, "CN");
    assertThat(S10.parse(item.value().toLowerCase(Locale.ROOT))).isEqualTo(item);
  }

  @Property
  void aWrongCheckDigitIsAlwaysNoticed(
      @ForAll @StringLength(8) @NumericChars String serial, @ForAll @NumericChars char other) {
    StringBuilder wrong = new StringBuilder(S10.of("LE", serial, "BE").value());
    Assume.that(wrong.charAt(10) != other);
    wrong.setCharAt(10, other);
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> S10.parse(wrong.toString()));
  }
}
