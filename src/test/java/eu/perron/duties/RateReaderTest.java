package eu.perron.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateReaderTest {
  @Test
  void theCentralBanksXmlIsRead() throws IOException {
    List<PublishedRate> rates = sample("eurofxref-daily.xml");

    assertThat(rates).hasSize(5);
    PublishedRate dollar = rates.get(0);
    assertThat(dollar.kind()).isEqualTo(RateKind.ECB);
    assertThat(dollar.currency()).isEqualTo("USD");
    assertThat(dollar.perEuro()).isEqualByComparingTo("1.1");
    assertThat(dollar.validFrom()).isEqualTo("2027-03-10");
    assertThat(dollar.validTo()).isNull();
    assertThat(dollar.source()).contains("European Central Bank", "2027-03-10");
  }

  @Test
  void theCentralBanksTableOfTheDayIsRead() throws IOException {
    assertThat(sample("eurofxref.csv"))
        .extracting(PublishedRate::currency, rate -> rate.perEuro().toPlainString())
        .containsExactly(tuple("USD", "1.1010"), tuple("JPY", "172.10"), tuple("CNY", "7.9100"));
    assertThat(sample("eurofxref.csv").get(0).validFrom()).isEqualTo("2027-03-11");
  }

  @Test
  void ofTheHistoryWhatIsNotAvailableOrOlderThanTheLawIsLeftOut() throws IOException {
    assertThat(sample("eurofxref-hist.csv"))
        .extracting(PublishedRate::validFrom)
        .containsOnly(LocalDate.of(2027, 3, 12), LocalDate.of(2027, 3, 9))
        .hasSize(6);
  }

  @Test
  void customsTableOfTheMonthIsReadWithSemicolonAndComma() throws IOException {
    PublishedRate dollar = sample("customs-2027-03.csv").get(0);

    assertThat(dollar.kind()).isEqualTo(RateKind.CUSTOMS);
    assertThat(dollar.perEuro()).isEqualByComparingTo("1.0950");
    assertThat(dollar.validTo()).isEqualTo("2027-03-31");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | begins with none of what we know",
        "currency,per_euro,valid_from\\nUSD,1,2027-01-01 | no column valid_to",
        "currency,per_euro,valid_from,valid_to\\n"
            + "USD,1.1,2027-01-31,2027-01-01 | ends before it begins",
        "currency,per_euro,valid_from,valid_to\\n"
            + "USD,-1,2027-01-01,2027-01-31 | line 2: \"-1\" is no rate",
        "currency,per_euro,valid_from,valid_to\\nUSD,0,2027-01-01,2027-01-31 | cannot be",
        "currency,per_euro,valid_from,valid_to\\n"
            + "usd,1.1,2027-01-01,2027-01-31 | \"usd\" is no currency",
        "currency,per_euro,valid_from,valid_to\\nUSD,1.1,1 January,2027-01-31 | is no day",
        "currency,per_euro,valid_from,valid_to\\n"
            + "USD,1.1,2027-01-01,2027-01-31\\n"
            + "USD,1.2,2027-01-01,2027-01-31 | stands there twice",
        "currency,per_euro,valid_from,valid_to\\nUSD,1.1 | not as many columns",
        "currency,per_euro,valid_from,valid_to,,,Currency\\nUSD,1.1,2027-01-01,2027-01-31 | The first line",
        "currency,currency,per_euro,valid_from,valid_to\\nUSD,1.1,2027-01-01,2027-01-31 | duplicate name",
        "Date, USD\\n30 February 2027, 1.1 | is no day",
        "Date, USD\\n2019-01-01, 1.1 | no rate since",
        "<Cube currency='USD' rate='1.1'/> | outside a Cube with a time",
        "<Cube time='2027-03-10'> | no XML",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><Cube time='2027-03-10'/> | no XML"
      })
  void whatCannotBeTakenSaysWhereAndWhy(String content, String why) {
    assertThatThrownBy(
            () -> RateReader.read(content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableRates.class)
        .hasMessageContaining(why);
  }

  private static List<PublishedRate> sample(String name) throws IOException {
    return RateReader.read(Files.readAllBytes(Path.of("src/test/resources/duties/rates", name)));
  }
}
