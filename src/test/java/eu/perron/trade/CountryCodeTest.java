package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"BE", "be", " Be ", "ＢＥ"})
  void whatAPersonTypesIsRead(String typed) {
    assertThat(CountryCode.parse(typed)).isEqualTo(CountryCode.BELGIUM).hasToString("BE");
  }

  @ParameterizedTest
  @CsvSource({
    "ZZ, ISO 3166",
    "BEL, ISO 3166",
    "UK, GB",
    "EL, GR",
    "'', nothing was given",
    "XI, ISO"
  })
  void whatIsNoCountryIsRefusedWithAWayToMendIt(String given, String mend) {
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> CountryCode.parse(given))
        .satisfies(
            invalid -> {
              assertThat(invalid.kind()).isEqualTo("country");
              assertThat(invalid.reason()).contains(mend);
            });
  }

  @Test
  void itHasANameInEveryLanguage() {
    assertThat(CountryCode.CHINA.displayName(Locale.ENGLISH)).isEqualTo("China");
    assertThat(CountryCode.BELGIUM.displayName(Locale.FRENCH)).isEqualTo("Belgique");
  }
}
