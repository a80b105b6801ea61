package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifiersTest {

  private static final String[] VALID = {
    "26ESH7A000067965R5",
    "MDTP-18",
    "BE0403019261",
    "IM0560000010",
    "0403019261",
    "91110000600037341L",
    "157-53806270",
    "PMC98669KZ",
    "00340434161094015902",
    "LE223553042BE",
    "6109.10"
  };

  @Test
  void theKindsAreThoseOfThePublicContract() {
    assertThat(Arrays.stream(IdentifierKind.values()).map(IdentifierKind::pathName))
        .containsExactly(
            "mrn",
            "lrn",
            "eori",
            "ioss",
            "be-enterprise",
            "cn-uscc",
            "awb",
            "uld",
            "sscc",
            "s10",
            "hs");
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsPathName(IdentifierKind kind) {
    assertThat(IdentifierKind.ofPath(kind.pathName())).contains(kind);
    assertThat(IdentifierKind.ofPath(kind.name())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mrn, 26es h7a0 0006 7965 r5, 26ESH7A000067965R5",
    "lrn, ' MDTP-18', MDTP-18",
    "eori, be 0403.019.261, BE0403019261",
    "ioss, im 056 0000010, IM0560000010",
    "be-enterprise, BE 0403.019.261, 0403019261",
    "cn-uscc, 9111 0000 6000 3734 1l, 91110000600037341L",
    "awb, 15753806270, 157-53806270",
    "uld, pmc 98669 kz, PMC98669KZ",
    "sscc, (00) 340434161094015902, 340434161094015902",
    "s10, le 223 553 042 be, LE223553042BE",
    "hs, 6109.10.00, 61091000"
  })
  void aValidOneIsAnsweredInItsNormalForm(String kind, String given, String normalised) {
    assertThat(Identifiers.check(IdentifierKind.ofPath(kind).orElseThrow(), given))
        .isEqualTo(new IdentifierCheck(kind, given, normalised, true, null));
  }

  @Test
  void anInvalidOneIsAnsweredWithTheReason() {
    IdentifierCheck check = Identifiers.check(IdentifierKind.AWB, "157-53806271");
    assertThat(check.valid()).isFalse();
    assertThat(check.normalised()).isNull();
    assertThat(check.value()).isEqualTo("157-53806271");
    assertThat(check.reason()).contains("last digit is 1", "call for 0");
  }

  @Test
  void aDoubtfulOneIsValidWithAReason() {
    IdentifierCheck check = Identifiers.check(IdentifierKind.EORI, "BE0403019262");
    assertThat(check.valid()).isTrue();
    assertThat(check.reason()).contains("enterprise number");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsNoIdentifier(IdentifierKind kind) {
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> kind.parse(null))
        .satisfies(invalid -> assertThat(invalid.flaw()).isEqualTo(InvalidIdentifier.Flaw.MISSING));
    assertThat(Identifiers.check(kind, "").reason()).startsWith(kind.noun());
  }

  @Test
  void theMessageOfARefusalIsFitForALog() {
    InvalidIdentifier invalid =
        catchThrowableOfType(
            InvalidIdentifier.class, () -> Mrn.parse("a\r\nb\u202E" + "x".repeat(10_000)));
    assertThat(invalid.getMessage()).hasSizeLessThan(250).doesNotContain("\r", "\n", "\u202E");
    assertThat(invalid.given().length()).isEqualTo(10_005);
  }

  @Property
  void whateverIsGivenTheAnswerIsAValueAndNormalFormsStay(
      @ForAll IdentifierKind kind, @ForAll String given) {
    answers(kind, given);
  }

  @Property
  void almostRightOnesAreAnsweredToo(
      @ForAll IdentifierKind kind, @ForAll("almostRight") String given) {
    answers(kind, given);
  }

  @Property
  void aCountryIsReadOrRefused(@ForAll String given) {
    try {
      assertThat(CountryCode.parse(given).value()).matches("[A-Z]{2}");
    } catch (InvalidIdentifier refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> almostRight() {
    return Combinators.combine(
            Arbitraries.of(VALID),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 3),
            Arbitraries.strings().ofMaxLength(3))
        .as(
            (valid, at, removed, inserted) -> {
              int from = Math.min(at, valid.length());
              int to = Math.min(from + removed, valid.length());
              return valid.substring(0, from) + inserted + valid.substring(to);
            });
  }

  private static void answers(IdentifierKind kind, String given) {
    IdentifierCheck check = Identifiers.check(kind, given);
    if (check.valid()) {
      Identifier identifier = kind.parse(check.normalised());
      assertThat(identifier.value()).isEqualTo(check.normalised());
      assertThat(kind.parse(identifier.toString())).isEqualTo(identifier);
      assertThat(check.normalised()).matches("[!-~]+");
    } else {
      assertThat(check.reason()).endsWith(".");
    }
  }
}
