package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlightNumberTest {
  @ParameterizedTest
  @CsvSource({
    "QR843,QR0843",
    "QR0843,QR0843",
    "QR/0843,QR0843",
    "3v901,3V0901",
    "5X5555A,5X5555A",
    "DL8226E,DL8226E"
  })
  void everySpellingIsOneFlight(String given, String normal) {
    assertThat(FlightNumber.normalise(given)).contains(normal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "QR", "1234", "QR12345", "22NOV", "HGHLGG"})
  void whatIsNoFlightIsNone(String given) {
    assertThat(FlightNumber.normalise(given)).isEmpty();
  }

  @Test
  void nothingIsNoFlight() {
    assertThat(FlightNumber.normalise(null)).isEmpty();
  }
}
