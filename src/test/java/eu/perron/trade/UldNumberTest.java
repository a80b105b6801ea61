package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UldNumberTest {

  @ParameterizedTest
  @CsvSource({
    "PMC98669KZ, PMC, 98669, KZ",
    "PLA00155KZ, PLA, 00155, KZ",
    "PMC72534QR, PMC, 72534, QR",
    "AKE12345X, AKE, 1234, 5X",
    "AKEA1235X, AKE, A123, 5X"
  })
  void itTellsTypeSerialAndOwner(String number, String type, String serial, String owner) {
    UldNumber uld = UldNumber.parse(number);
    assertThat(uld.type()).isEqualTo(type);
    assertThat(uld.serial()).isEqualTo(serial);
    assertThat(uld.owner()).isEqualTo(owner);
    assertThat(uld).hasToString(number);
  }

  @ParameterizedTest
  @CsvSource({
    "pmc 98669 kz, PMC98669KZ",
    "PMC-98669-KZ, PMC98669KZ",
    "PMC98669KZ-L, PMC98669KZ",
    "PMC 98669 KZ - M, PMC98669KZ"
  })
  void whatAPersonTypesIsRead(String typed, String read) {
    assertThat(UldNumber.parse(typed).value()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "PMC98KZ, LENGTH",
    "PMC986691KZ, LENGTH",
    "1MC98669KZ, CHARACTER",
    "PMC9A669KZ, CHARACTER",
    "PMC98669K/, CHARACTER",
    "-L, LENGTH"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> UldNumber.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }
}
