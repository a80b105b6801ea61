package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HsCodeTest {

  @ParameterizedTest
  @CsvSource({
    "610910, 610910",
    "6109.10, 610910",
    "6109 10 00, 61091000",
    "6109.10.00.10, 6109100010",
    "9102-11, 910211"
  })
  void whatAPersonTypesIsRead(String typed, String read) {
    HsCode code = HsCode.parse(typed);
    assertThat(code).hasToString(read);
    assertThat(code.hs6().value()).isEqualTo(read.substring(0, 6));
    assertThat(code.heading()).isEqualTo(read.substring(0, 4));
    assertThat(code.chapter()).isEqualTo(read.substring(0, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "6109, LENGTH",
    "10121, LENGTH",
    "6109100, LENGTH",
    "61091000100, LENGTH",
    "6109IO, CHARACTER",
    "001234, SHAPE",
    "'.', MISSING"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> HsCode.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }
}
