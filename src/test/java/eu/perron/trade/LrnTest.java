package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LrnTest {

  @ParameterizedTest
  @CsvSource({
    "MDTP-18, MDTP-18",
    "' MDTP-18 ', MDTP-18",
    "TT_IM124a, TT_IM124a",
    "ＰＥ２６, PE26",
    "1234567890123456789012, 1234567890123456789012"
  })
  void itIsKeptAsTheDeclarantWroteIt(String typed, String read) {
    assertThat(Lrn.parse(typed)).hasToString(read);
  }

  @ParameterizedTest
  @CsvSource({
    "12345678901234567890123, LENGTH",
    "MDTP 18, CHARACTER",
    "MDTP-é, CHARACTER",
    "' ', MISSING"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> Lrn.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }
}
