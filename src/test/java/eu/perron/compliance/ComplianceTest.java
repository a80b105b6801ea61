package eu.perron.compliance;

import static eu.perron.compliance.AnOrder.KETTLE;
import static eu.perron.compliance.AnOrder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.perron.compliance.Finding.State;
import eu.perron.house.PerronSettings;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.sanctions.ClearedParties;
import eu.perron.sanctions.ClearedParties.Cleared;
import eu.perron.sanctions.ListVersion;
import eu.perron.sanctions.SanctionsLists;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ComplianceTest.Room.class, webEnvironment = WebEnvironment.NONE)
class ComplianceTest {
  @TempDir static Path folder;

  @Autowired private Compliance compliance;
  @Autowired private Orders orders;
  @Autowired private SanctionsLists sanctionsLists;
  @Autowired private ClearedParties cleared;
  @Autowired private JdbcAggregateTemplate aggregates;

  @DynamicPropertySource
  static void dataInAFolderOfItsOwn(DynamicPropertyRegistry registry) {
    registry.add("perron.data-dir", folder::toString);
  }

  @Configuration
  @ComponentScan({"eu.perron.compliance", "eu.perron.reference", "eu.perron.sanctions"})
  @ComponentScan(
      basePackages = {"eu.perron.house", "eu.perron.orders"},
      useDefaultFilters = false,
      includeFilters =
          @Filter(
              type = FilterType.REGEX,
              pattern =
                  ".*\\.(DatabaseConfiguration|Seal|SealedColumns|Orders|OrdersInBulk|OrderWords|Parties)"))
  @EnableConfigurationProperties(PerronSettings.class)
  @EnableJdbcRepositories("eu.perron.orders")
  @ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class
  })
  static class Room {
    @Bean
    @Primary
    Clock november() {
      return Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneOffset.UTC);
    }
  }

  private String placed(String number, OrderLine... lines) {
    return placed(AnOrder.of(lines).to("Odile Renard " + number), number);
  }

  private String placed(AnOrder order, String number) {
    return aggregates.insert(order.numbered(number).order()).number();
  }

  @Test
  void anOrdinaryOrderLeavesNoTrace() {
    String number = placed("KTL000000001", KETTLE);

    assertThat(compliance.screen(number).open()).isEmpty();
    assertThat(compliance.findings(number)).isEmpty();
  }

  @Test
  void whatIsFoundIsKeptOnceHoweverOftenTheOrderIsScreened() {
    String number = placed("KTL000000002", KETTLE, article("gift", "999999", "12.00"));

    compliance.screen(number);
    compliance.screen(number);

    assertThat(compliance.findings(number))
        .extracting(Finding::code, Finding::line, Finding::state)
        .containsExactly(
            tuple(FindingCode.HS_UNKNOWN, 1, State.OPEN),
            tuple(FindingCode.VAGUE_DESCRIPTION, 1, State.OPEN));
  }

  @Test
  void aCorrectionChangesTheLineItIsAboutAndTheOrderTravels() {
    String number = placed("KTL000000003", KETTLE, article("gift", "999999", "12.00"));
    compliance.screen(number);

    compliance.record(
        number,
        "CORRECTED",
        "wooden train with rails, for children",
        "950300",
        "asked the seller",
        "mia");

    assertThat(compliance.screen(number).open()).isEmpty();
    assertThat(orders.get(number).lines())
        .extracting(OrderLine::description, OrderLine::hsCode)
        .containsExactly(
            tuple(KETTLE.description(), KETTLE.hsCode()),
            tuple("wooden train with rails, for children", "950300"));
    assertThat(compliance.findings(number))
        .extracting(Finding::state)
        .containsOnly(State.CORRECTED);
  }

  @Test
  void aCorrectionThatCorrectsNothingIsFoundAgain() {
    String number = placed("KTL000000004", article("gift", "950300", "12.00"));
    compliance.screen(number);

    compliance.record(number, "CORRECTED", " ", "95 O3", null, "mia");

    assertThat(compliance.screen(number).has(FindingCode.VAGUE_DESCRIPTION)).isTrue();
  }

  @Test
  void anAcceptedFindingIsNotRaisedAgainUnlessTheGoodsChange() {
    String number = placed("KTL000000005", article("gift", "950300", "12.00"));
    compliance.screen(number);
    compliance.record(number, "TRAVELS", null, null, "saw the picture", "mia");

    assertThat(compliance.screen(number).open()).isEmpty();

    orders.describe(number, 0, "samples", "950300");

    assertThat(compliance.screen(number).has(FindingCode.VAGUE_DESCRIPTION)).isTrue();
  }

  private static Integer score(Findings findings) {
    return findings.partyScore();
  }

  @Test
  void whomAClerkFoundNotToBeMeantIsNotAskedAboutAgain() {
    String first = placed(AnOrder.of(KETTLE).to("Zoltan Quilfeather"), "KTL000000011");
    assertThat(score(compliance.screen(first))).isBetween(80, 99);

    compliance.record(first, "TRAVELS", null, null, "born 1990, not 1961", "mia");

    String second = placed(AnOrder.of(KETTLE).to("ZOLTAN QUILFEATHER"), "KTL000000012");
    assertThat(score(compliance.screen(second))).isZero();
    assertThat(cleared.newest(10))
        .extracting(Cleared::clerk, Cleared::orderNumber, Cleared::note)
        .contains(tuple("mia", first, "born 1990, not 1961"));
    String other = placed(AnOrder.of(KETTLE).to("Zoltan Quillfeathers"), "KTL000000013");
    assertThat(score(compliance.screen(other))).as("another party").isPositive();
  }

  @Test
  void whatAClerkDecidedHoldsUntilTheEntryChanges() throws Exception {
    String first = placed(AnOrder.of(KETTLE).to("Wsewolod Tarchanowski"), "KTL000000014");
    compliance.screen(first);
    compliance.record(first, "TRAVELS", null, null, "another man", "mia");
    String list = Files.readString(Path.of("processes/reference/sanctions-demonstration.xml"));
    ListVersion before = sanctionsLists.inForce().orElseThrow();
    ListVersion changed =
        sanctionsLists.take(
            list.replace("Tarkhanovsky\" function", "Tarkhanovskyi\" function")
                .getBytes(StandardCharsets.UTF_8),
            "changed.xml",
            "olga");

    assertThat(sanctionsLists.changes(changed.version()).changed()).hasSize(1);
    assertThat(sanctionsLists.bringIntoForce(changed.version(), "olga")).isTrue();
    assertThat(compliance.screenPartiesAgain(first)).isTrue();
    assertThat(compliance.isBarred(first)).isTrue();
    assertThat(compliance.screenPartiesAgain(first)).as("asked once").isFalse();

    assertThat(sanctionsLists.bringIntoForce(before.version(), "olga")).isTrue();
    assertThat(sanctionsLists.inForce().orElseThrow().version()).isEqualTo(before.version());
    String again = placed(AnOrder.of(KETTLE).to("Wsewolod Tarchanowski"), "KTL000000015");
    assertThat(score(compliance.screen(again))).isZero();
  }

  @Test
  void theSameFileIsTheSameVersion() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("processes/reference/sanctions-demonstration.xml"));

    ListVersion again = sanctionsLists.take(file, "copy.xml", "olga");

    assertThat(again.version()).isEqualTo(sanctionsLists.inForce().orElseThrow().version());
    assertThat(sanctionsLists.original(again.version())).isEqualTo(file);
  }

  @Test
  void whatIsSplitOverADayIsSeenOnTheOrderThatPassesTheLimit() {
    OrderLine vase = article("ceramic vase, 30 cm, glazed", "691390", "80.00");
    String first = placed(AnOrder.of(vase).to("Wannes Splitter"), "KTL000000021");
    String second = placed(AnOrder.of(vase).to("Wannes  SPLITTER"), "KTL000000022");
    String other = placed(AnOrder.of(vase).to("Somebody Else"), "KTL000000023");

    assertThat(compliance.screen(first).open()).isEmpty();
    assertThat(compliance.screen(second).open())
        .extracting(Finding::code, Finding::subject)
        .containsExactly(tuple(FindingCode.SPLITTING, first));
    assertThat(compliance.screen(other).open()).isEmpty();

    compliance.recordNotes(second);
    assertThat(compliance.findings(second)).extracting(Finding::state).containsExactly(State.NOTED);
    assertThat(compliance.screen(second).open()).as("noted once").isEmpty();
  }

  @Test
  void aRefusalStandsOnRecordWithWhoRefused() {
    String number = placed("KTL000000006", article("sabre, ornamental", "930700", "60.00"));

    assertThat(compliance.screen(number).has(FindingCode.PROHIBITED)).isTrue();
    compliance.recordRefusal(number);

    assertThat(compliance.findings(number))
        .extracting(Finding::state)
        .containsExactly(State.REFUSED);
  }
}
