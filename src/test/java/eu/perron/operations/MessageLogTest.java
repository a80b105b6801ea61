package eu.perron.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.exchange.LoggedMessage;
import eu.perron.exchange.MessageLog;
import eu.perron.exchange.MessageSearch;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every message in and out: found by what it is about, shown whole, sent or read once more. */
@TestInstance(Lifecycle.PER_CLASS)
class MessageLogTest extends PerronTest {
  private static final String PAGE = "/operations/messages";
  private static final String NAME = "Aleida Onvergetelijk";
  @Autowired private JdbcTemplate jdbc;
  @Autowired private MessageLog log;
  @Autowired private Seal seal;
  private Visitor operator;
  private String order;

  @BeforeAll
  void anOrderWentAllTheWay() {
    operator = new Visitor(this::url).loggedInAs("operator");
    order =
        post(
                "/api/v1/orders",
                "application/json",
                AnOrder.anOrder().with("/consignee/name", NAME).json())
            .body()
            .path("orderNumber")
            .asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(view().path("status").asText()).isEqualTo("DELIVERED"));
  }

  @Test
  void allThatWasSaidAboutAnOrderIsFoundByAnyOfItsNumbers() {
    String consignment = view().at("/consignment/number").asText();
    List<MessageLog.Entry> ofOrder = log.about(order, 100);
    assertThat(ofOrder)
        .extracting(MessageLog.Entry::partner)
        .contains("china-customs", "ics2", "belgian-customs", "bpost");
    assertThat(ofOrder)
        .extracting(entry -> entry.direction() + " " + entry.partner() + " " + entry.operation())
        .contains(
            "OUT belgian-customs declaration",
            "IN belgian-customs notification",
            "OUT bpost label",
            "IN bpost tracking",
            "IN china-customs export-receipt");
    assertThat(log.about(consignment, 100))
        .extracting(MessageLog.Entry::operation)
        .contains("fwb", "fhl", "fsu");

    String declaration = messageOf("declaration").id();
    for (String number :
        List.of(order, order + "H701", mrn(), view().at("/parcels/0/carrierNumber").asText())) {
      assertThat(operator.read(PAGE + "?q=" + number))
          .as(number)
          .contains(PAGE + "/" + declaration);
    }
    assertThat(operator.read(PAGE + "?q=" + view().at("/consignment/awb").asText()))
        .contains("fwb", "fsu");
    assertThat(operator.read(PAGE + "?q=" + order + "&partner=bpost")).doesNotContain(declaration);
    assertThat(operator.read(PAGE + "?q=" + order + "&operation=belgian-customs/declaration"))
        .contains(declaration)
        .doesNotContain("IE429");
  }

  @Test
  void aMessageSaysWhatItWasMadeOfWhatItDidAndHowOftenItWasTried() {
    String sent = operator.read(PAGE + "/" + messageOf("declaration").id());
    assertThat(sent).contains(NAME, order + "H701", "id=\"tries\"");
    LoggedMessage declaration = log.find(messageOf("declaration").id()).orElseThrow();
    assertThat(declaration.tries())
        .extracting(LoggedMessage.Try::outcome)
        .isNotEmpty()
        .containsOnly("SENT");
    assertThat(declaration.letters())
        .extracting(LoggedMessage.Carried::about)
        .containsExactly(order);

    String told =
        log.about(order, 100).stream()
            .filter(entry -> entry.operation().equals("notification"))
            .filter(entry -> entry.partner().equals("belgian-customs"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(operator.read(PAGE + "/" + told))
        .contains("declaration-answer", "applied", "IE4", "/desk/search?q=" + order);
  }

  @Test
  void nobodyReadsTheConsigneesNameInTheTablesOfTheExchange() {
    List<Map<String, Object>> columns =
        jdbc.queryForList(
            "SELECT table_name AS t, column_name AS c FROM information_schema.columns "
                + "WHERE table_schema = DATABASE() AND table_name LIKE 'exchange\\_%'");
    assertThat(columns).hasSizeGreaterThan(40);
    for (String word : List.of(NAME, "Onvergetelijk", "lotte@example.org")) {
      for (Map<String, Object> column : columns) {
        assertThat(
                jdbc.queryForObject(
                    "SELECT COUNT(*) FROM %s WHERE LOCATE(?, CAST(%s AS BINARY)) > 0"
                        .formatted(column.get("t"), column.get("c")),
                    Integer.class,
                    word.getBytes(StandardCharsets.UTF_8)))
            .as(word + " in " + column)
            .isZero();
      }
    }
  }

  @Test
  void ourMessageGoesAgainByteForByteAndChangesNothing() {
    String id = messageOf("declaration").id();
    byte[] before = log.find(id).orElseThrow().body();
    int tried = log.find(id).orElseThrow().tries().size();
    JsonNode view = view();
    assertThat(operator.submit(PAGE, PAGE + "/" + id + "/replay", Map.of("reason", " ")).body())
        .contains("A reason is needed.");

    assertThat(
            operator
                .submit(PAGE, PAGE + "/" + id + "/replay", Map.of("reason", "they lost it"))
                .body())
        .contains("It goes once more.");
    await().untilAsserted(() -> assertThat(log.find(id).orElseThrow().tries()).hasSize(tried + 1));

    LoggedMessage after = log.find(id).orElseThrow();
    assertThat(after.state()).isEqualTo("SENT");
    assertThat(after.body()).isEqualTo(before);
    assertThat(view()).isEqualTo(view);
    assertThat(operator.read(PAGE + "/" + id)).contains("they lost it", "once more");
    assertThat(
            jdbc.queryForList(
                "SELECT CONCAT(who, ' ', act) FROM audit_waiting WHERE thing = ? "
                    + "UNION SELECT CONCAT(who, ' ', act) FROM audit_entry WHERE thing = ?",
                String.class,
                id,
                id))
        .containsExactly("operator REPLAYED");
  }

  @Test
  void anAnswerThatTheFirstTryHeardStaysWithIt() {
    LoggedMessage label = log.find(messageOf("label").id()).orElseThrow();
    String heard = new String(label.reply(), StandardCharsets.UTF_8);

    operator.submit(PAGE, PAGE + "/" + label.id() + "/replay", Map.of("reason", "is it known?"));
    await().untilAsserted(() -> assertThat(log.find(label.id()).orElseThrow().tries()).hasSize(2));

    assertThat(
            new String(
                log.find(label.id()).orElseThrow().tries().get(1).reply(), StandardCharsets.UTF_8))
        .isEqualTo(heard);
  }

  @Test
  void whatNobodyCouldReadIsReadWhenTheReaderIsMended() {
    String barcode = view().at("/parcels/0/carrierNumber").asText();
    String event =
        "{\"itemCode\":\"%s\",\"stateCode\":\"B05\",\"time\":\"2026-11-22T09:30:00+01:00\"}"
            .formatted(barcode);
    String id = Ids.next();
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, size, "
            + "state, problem, created_at) VALUES (?, 'IN', 'bpost', 'tracking', ?, 'application/json', ?, ?, "
            + "'REFUSED', 'could not be read by an older reader', NOW(3))",
        id,
        "unreadable-" + id,
        seal.close(event),
        event.length());
    assertThat(operator.read("/operations")).contains(id);

    operator.submit(PAGE, PAGE + "/" + id + "/replay", Map.of("reason", "the reader is mended"));

    await()
        .untilAsserted(
            () ->
                assertThat(log.find(id).orElseThrow().told())
                    .extracting(LoggedMessage.Told::state, LoggedMessage.Told::orderNumber)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("APPLIED", order)));
    assertThat(log.find(id).orElseThrow().state()).isEqualTo("RECEIVED");
    assertThat(log.find(id).orElseThrow().key()).doesNotStartWith("unreadable-");
    // Once more is harmless, and what is told is what it repeated.
    operator.submit(PAGE, PAGE + "/" + id + "/replay", Map.of("reason", "again"));
    await()
        .untilAsserted(
            () ->
                assertThat(log.find(id).orElseThrow().told())
                    .extracting(LoggedMessage.Told::state)
                    .containsExactly("APPLIED"));
  }

  @Test
  void whatIsStillUnreadableStaysRefusedAndSaysWhy() {
    String id = Ids.next();
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, size, "
            + "state, problem, created_at) VALUES (?, 'IN', 'bpost', 'tracking', ?, 'application/json', 'none', 4, "
            + "'REFUSED', 'no JSON', NOW(3))",
        id,
        "unreadable-" + id);

    assertThat(operator.submit(PAGE, PAGE + "/" + id + "/replay", Map.of("reason", "try")).body())
        .contains("It cannot go once more now.", "not JSON");
    assertThat(log.find(id).orElseThrow().state()).isEqualTo("REFUSED");
  }

  @Test
  void theLogIsReadPageByPageEachMessageOnce() {
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < 130; n++) {
      String id = Ids.next();
      ids.add(id);
      jdbc.update(
          "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, "
              + "state, created_at) VALUES (?, 'IN', 'cainiao', 'pages', ?, 'text/plain', 'x', 'RECEIVED', "
              + "'2026-03-01 12:00:00' + INTERVAL ? SECOND)",
          id,
          id,
          n / 10);
    }
    List<String> read = new ArrayList<>();
    MessageSearch.Cursor after = null;
    do {
      MessageLog.Page page =
          log.page(
              new MessageSearch(null, Set.of(), "cainiao", "pages", "IN", "RECEIVED", null, after),
              50);
      page.entries().forEach(entry -> read.add(entry.id()));
      after = page.next();
    } while (after != null);
    assertThat(read).containsExactlyInAnyOrderElementsOf(ids).doesNotHaveDuplicates();
    assertThat(operator.read(PAGE + "?partner=cainiao&day=2026-03-01&direction=IN"))
        .contains(ids.get(129), "after=")
        .doesNotContain(ids.get(0));
    assertThat(operator.read(PAGE + "?partner=cainiao&day=2026-03-02"))
        .contains("No message is like this");
  }

  @Test
  void aClerkReadsAndDoesNothing() {
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String id = messageOf("declaration").id();
    assertThat(clerk.read("/desk/orders/" + order)).contains(PAGE + "/" + id);
    assertThat(clerk.read(PAGE + "?q=" + order)).contains(PAGE + "/" + id);
    assertThat(clerk.read(PAGE + "/" + id)).contains(NAME).doesNotContain("/replay");
    assertThat(
            clerk
                .submit(PAGE, PAGE + "/" + id + "/replay", Map.of("reason", "may I?"))
                .statusCode())
        .isEqualTo(403);
    assertThat(clerk.open("/operations/arrivals/" + id).statusCode()).isEqualTo(403);
    assertThat(new Visitor(this::url).open(PAGE).uri().getPath()).isEqualTo("/login");
  }

  private MessageLog.Entry messageOf(String operation) {
    return log.about(order, 100).stream()
        .filter(entry -> entry.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private String mrn() {
    for (JsonNode declaration : view().path("declarations")) {
      if (declaration.path("direction").asText().equals("IMPORT")) {
        return declaration.path("mrn").asText();
      }
    }
    throw new AssertionError("Not declared: " + view());
  }

  private JsonNode view() {
    return get("/api/v1/orders/" + order).body();
  }
}
