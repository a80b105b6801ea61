package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EoriTest {

  @ParameterizedTest
  @ValueSource(strings = {"BE0403019261", "NL023111152", "XI111111111", "GB427168118378", "FR1"})
  void numbersOfTheRightShapeAreValid(String number) {
    assertThat(Eori.parse(number)).hasToString(number);
    assertThat(Eori.parse(number).doubt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "be 0403.019.261, BE0403019261",
    "BE-0403-019-261, BE0403019261",
    "nl 023 111 152, NL023111152",
    "NL-023111152, NL023111152",
    "DE12-34/A, DE12-34/A"
  })
  void whatAPersonTypesIsRead(String typed, String read) {
    assertThat(Eori.parse(typed).value()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "BE, LENGTH",
    "BE0403019261000000, LENGTH",
    "0403019261, CHARACTER",
    "ZZ0403019261, NO_SUCH_COUNTRY",
    "NL0231é152, CHARACTER",
    "'  ', MISSING"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> Eori.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BE0403019262", "BE12"})
  void aBelgianOneThatIsNoEnterpriseIsDoubtedButNotRefused(String number) {
    assertThat(Eori.parse(number).doubt())
        .hasValueSatisfying(doubt -> assertThat(doubt).contains("enterprise number"));
  }

  @Test
  void aBelgianEnterpriseHasOne() {
    Eori eori = Eori.of(BelgianEnterpriseNumber.parse("0403.019.261"));
    assertThat(eori.value()).isEqualTo("BE0403019261");
    assertThat(eori.country()).isEqualTo("BE");
  }
}
