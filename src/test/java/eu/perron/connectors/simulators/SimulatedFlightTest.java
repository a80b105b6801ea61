package eu.perron.connectors.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.connectors.airline.SimulatedAirline;
import eu.perron.connectors.ics2.SimulatedIcs2;
import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** The simulated airline and the simulated authority, and the letters they lay down for later. */
@SpringBootTest(
    classes = SimulatedFlightTest.Partners.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "perron.data-dir=target/simulated-flight",
      "spring.flyway.locations=classpath:db/simulators"
    })
@ActiveProfiles("simulators")
class SimulatedFlightTest {
  private static final Path SAMPLES = Path.of("connectors");

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(PerronSettings.class)
  @ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = "eu.perron.house",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "eu\\.perron\\.house\\.DatabaseConfiguration"))
  @Import({LetterBox.class, Books.class, SimulatedAirline.class, SimulatedIcs2.class})
  static class Partners {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-22T14:30:20Z"), ZoneOffset.UTC);
    }
  }

  @Autowired private SimulatedAirline airline;
  @Autowired private SimulatedIcs2 authority;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void empty() {
    jdbc.update("DELETE FROM simulator_letter");
  }

  @Test
  void anOrdinaryFlightIsFlownToTheEnd() throws IOException {
    airline.receive(waybill("LOT X7", 1));
    assertThat(statuses())
        .containsExactly(
            "BKD/3V0901/22NOV/HGHLGG/T3K2.5",
            "RCS/22NOV2230/HGH/T3K2.5",
            "MAN/3V0901/22NOV/HGHLGG/T3K2.5",
            "DEP/3V0901/22NOV/HGHLGG/T3K2.5/A2230",
            "ARR/3V0901/22NOV1530/LGG/T3K2.5",
            "RCF/3V0901/22NOV1530/LGG/T3K2.5",
            "NFD/22NOV1530/LGG/T3K2.5/PERRON LIEGE HUB");
    assertThat(letters("fna"))
        .singleElement()
        .asString()
        .startsWith("FMA\r\nACK/WAYBILL ACCEPTED\r\nQK HGHFM3V");
  }

  @Test
  void aWaybillReceivedTwiceFliesOnce() throws IOException {
    airline.receive(waybill("LOT X7", 1));
    airline.receive(waybill("LOT X7", 1));
    assertThat(statuses()).hasSize(7);
  }

  @Test
  void theMissingHouseIsNamed() throws IOException {
    airline.receive(waybill("LOT AIRMSCA", 1));
    assertThat(letters("fsu"))
        .anySatisfy(
            letter ->
                assertThat(letter)
                    .contains("DIS/3V0901/22NOV1530/LGG/MSCA/P1T3\r\nOCI//HWB/I/P26000000017\r\n"));
    assertThat(statuses()).contains("RCF/3V0901/22NOV1530/LGG/P2T3");
  }

  @Test
  void offloadedOnceItFliesAfterTheNextHandOver() throws IOException {
    airline.receive(waybill("LOT AIROFLD", 1));
    assertThat(statuses()).last().isEqualTo("DIS/3V0901/22NOV2230/HGH/OFLD/T3K2.5");
    empty();
    airline.receive(
        new String(waybill("LOT AIROFLD", 2), StandardCharsets.US_ASCII)
            .replace("FLT/3V0901/22", "FLT/3V0903/23")
            .getBytes(StandardCharsets.US_ASCII));
    assertThat(statuses()).contains("DEP/3V0903/23NOV/HGHLGG/T3K2.5/A2230-P").hasSize(7);
  }

  @Test
  void theFirstWaybillIsRefusedAndTheSecondTaken() throws IOException {
    airline.receive(waybill("LOT AIRFNA", 1));
    assertThat(statuses()).isEmpty();
    assertThat(letters("fna"))
        .singleElement()
        .asString()
        .startsWith("FNA/1\r\nERR/FLIGHT CLOSED")
        .contains("REF/HGHPRXH/C26000001-1");
    airline.receive(waybill("LOT AIRFNA", 2));
    assertThat(statuses()).hasSize(7);
  }

  @Test
  void whatIsNoMessageComesBack() {
    airline.receive("FWB/16\r\nnonsense\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(letters("fna")).singleElement().asString().startsWith("FNA/1\r\nERR/LINE 2");
  }

  @Test
  void theListIsAcknowledged() throws IOException {
    airline.receive(Files.readAllBytes(SAMPLES.resolve("airline/samples/fhl.txt")));
    assertThat(letters("fna")).singleElement().asString().startsWith("FMA\r\nACK/LIST ACCEPTED");
  }

  @Test
  void aFilingIsRegisteredAndAssessed() throws IOException {
    authority.receive(filing("men"));
    authority.receive(filing("men"));
    assertThat(letters("notification"))
        .satisfiesExactly(
            letter -> assertThat(letter).contains("IE3R01"),
            letter -> assertThat(letter).contains("IE3N03"));
  }

  @Test
  void theLotDecidesWhatTheAuthoritySays() throws IOException {
    authority.receive(filing("lot ENSDNL"));
    assertThat(letters("notification")).last().asString().contains("IE3Q01");
    authority.receive(filing("lot ENSRFI"));
    assertThat(letters("notification")).anySatisfy(letter -> assertThat(letter).contains("IE3Q02"));
    empty();
    authority.receive(Files.readAllBytes(SAMPLES.resolve("ics2/samples/IE3R02.xml")));
    assertThat(letters("notification")).singleElement().asString().contains("IE3N03");
    empty();
    authority.receive(filing("lot ENSNONE"));
    assertThat(letters("notification")).isEmpty();
  }

  @Test
  void aFilingThatIsNotValidIsRefusedByItsLrn() throws IOException {
    authority.receive(
        new String(filing("men"), StandardCharsets.UTF_8)
            .replaceAll("<TotalGrossMass>[^<]*</TotalGrossMass>", "")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(letters("notification"))
        .singleElement()
        .asString()
        .contains("IE3N99", "<LRN>ENSP2600000001701</LRN>");
  }

  private static byte[] waybill(String lot, int attempt) throws IOException {
    return Files.readString(SAMPLES.resolve("airline/samples/fwb.txt"))
        .replace("LOT AIRMSCA", lot)
        .replace("C26000001-1", "C26000001-" + attempt)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] filing(String goods) throws IOException {
    return Files.readString(SAMPLES.resolve("ics2/samples/IE3F24.xml"))
        .replace("men's", goods)
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<String> letters(String door) {
    return jdbc.query(
        "SELECT body FROM simulator_letter WHERE name = ? ORDER BY due_at",
        (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8),
        door);
  }

  /** The status lines in the order in which they will be told. */
  private List<String> statuses() {
    return letters("fsu").stream()
        .map(letter -> letter.lines().skip(4).findFirst().orElseThrow())
        .toList();
  }
}
