package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "26ESH7A000067965R5",
        "20GB1Q3RTK463FGVR4",
        "20GB1NA4Y2YSRFGVR6",
        "19GBCKKCQSXV2FGVA8"
      })
  void numbersThatCustomsIssuedAreValid(String issued) {
    assertThat(Mrn.parse(issued).value()).isEqualTo(issued);
  }

  @Test
  void whatAPersonTypesIsRead() {
    assertThat(Mrn.parse(" 26 es-h7a0 0006 7965 r5 ")).isEqualTo(new Mrn("26ESH7A000067965R5"));
  }

  @Test
  void itTellsYearCountryAndProcedure() {
    Mrn mrn = new Mrn("26ESH7A000067965R5");
    assertThat(mrn.year()).isEqualTo(2026);
    assertThat(mrn.country()).isEqualTo("ES");
    assertThat(mrn.procedureLetter()).contains('R');
  }

  @Test
  void olderNumbersHaveNoProcedureLetter() {
    assertThat(new Mrn("20GB1Q3RTK463FGVR4").procedureLetter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "26ESH7A000067965R4, CHECK_DIGIT",
    "26ESH7A000067965R, LENGTH",
    "26ESH7A000067965R55, LENGTH",
    "2XESH7A000067965R5, CHARACTER",
    "26E1H7A000067965R5, CHARACTER",
    "26ZZH7A000067965R5, NO_SUCH_COUNTRY",
    "26ESH7A0000é7965R5, CHARACTER",
    "26ESH7A000067965RX, CHARACTER",
    "26ESH7A00006796555, SHAPE",
    "'', MISSING"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> Mrn.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
    assertThat(invalid.kind()).isEqualTo("mrn");
    assertThat(invalid.given()).isEqualTo(given);
    assertThat(invalid.reason()).isNotBlank();
  }

  @Test
  void theReasonSaysWhatTheCheckDigitShouldBe() {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> Mrn.parse("26ESH7A000067965R4"));
    assertThat(invalid.reason()).contains("\"4\"", "\"5\"", "mistyped");
  }

  @Property
  void anIssuedNumberIsValidAndReadBack(
      @ForAll @IntRange(min = 2024, max = 2099) int year,
      @ForAll @StringLength(12) @CharRange(from = 'A', to = 'Z') @NumericChars String twelve,
      @ForAll @CharRange(from = 'A', to = 'Z') char letter) {
    Mrn mrn = Mrn.of(year, "BE", twelve, letter);
    assertThat(Mrn.parse(mrn.toString())).isEqualTo(mrn);
    assertThat(mrn.year()).isEqualTo(year);
    assertThat(mrn.procedureLetter()).contains(letter);
    assertThat(mrn.value()).startsWith("%02dBE%s%c".formatted(year % 100, twelve, letter));
  }

  /** Remainders 10 and 0 share the digit 0, so only the check digit itself is fully guarded. */
  @Property
  void aWrongCheckDigitIsAlwaysNoticed(
      @ForAll @StringLength(12) @CharRange(from = 'A', to = 'Z') @NumericChars String twelve,
      @ForAll @NumericChars char other) {
    String value = Mrn.of(2026, "BE", twelve, 'R').value();
    Assume.that(other != value.charAt(17));
    InvalidIdentifier invalid =
        catchThrowableOfType(
            InvalidIdentifier.class, () -> Mrn.parse(value.substring(0, 17) + other));
    assertThat(invalid.flaw()).isEqualTo(Flaw.CHECK_DIGIT);
  }

  @Test
  void anIssuerCannotMakeAWrongOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> Mrn.of(2026, "BE", "SHORT", 'R'));
    assertThatIllegalArgumentException().isThrownBy(() -> Mrn.of(26, "BE", "123456789012", 'R'));
    assertThatIllegalArgumentException().isThrownBy(() -> Mrn.of(2026, "BE", "123456789012", '1'));
    assertThatIllegalArgumentException().isThrownBy(() -> Mrn.of(2026, "be", "123456789012", 'R'));
    assertThatIllegalArgumentException().isThrownBy(() -> Mrn.of(2026, "BEL", "12345678901", 'R'));
  }
}
