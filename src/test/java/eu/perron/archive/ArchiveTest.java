package eu.perron.archive;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.Visitor;
import eu.perron.trade.Ids;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What has ended leaves the hot tables and is found as before, by everybody who could find it. */
class ArchiveTest extends Archiving {
  /** Tables that name an order and stay where they are, each for a reason. */
  private static final Set<String> HOT_ON_PURPOSE =
      Set.of(
          // What operators gave up stays listed; messages there have no order.
          "operations_discard",
          // What operators did by hand, with their reasons: a trail, not a part of the order.
          "operations_act",
          // The audit trail is a chain: nothing is ever taken out of it.
          "audit_entry",
          "audit_waiting",
          // Books of account: months are summed and debits matched long after the order has ended.
          "ledger_debt",
          "ledger_difference",
          // What a buyer in China was admitted in a year, by a keyed hash: counted after the
          // order's end.
          "retail_allowance",
          // The archive's own words, erased with the order.
          "archive_word",
          // Whom a clerk found not to be meant holds for the party's next orders too.
          "sanctions_cleared",
          // The simulated partners' own books are theirs.
          "simulator_book");

  @Autowired private Archivist archivist;
  @Autowired private List<Owner> owners;
  @Autowired private TransactionTemplate transaction;

  @Test
  void anEndedOrderIsFoundByEveryNumberAndSaysTheSameAsBefore() {
    AnOrder sample = anOrder().with("/consignee/name", "Ferdinanda Ooievaarsnest");
    String order = placed(sample);
    ends(order, "DELIVERED");
    everythingIsSaidAbout(order);
    JsonNode before = view(order);
    String carriers = before.at("/parcels/0/carrierNumber").asText();
    String consignment = before.at("/consignment/number").asText();
    JsonNode tracked = get("/api/v1/tracking/" + order).body();
    assertThat(tracked.path("timeline")).isNotEmpty();
    outOfStorage(consignment);

    clock.pass(LONG_ENOUGH);
    sweep.goRound();

    assertThat(rows(Kind.ORDER, order).values()).allMatch(List::isEmpty);
    assertThat(rows(Kind.CONSIGNMENT, consignment).values()).allMatch(List::isEmpty);
    assertThat(view(order)).isEqualTo(before);
    assertThat(get("/api/v1/tracking/" + order).body()).isEqualTo(tracked);
    assertThat(get("/api/v1/tracking/" + order + "01").body().path("timeline"))
        .isEqualTo(tracked.path("timeline"));
    assertThat(get("/api/v1/tracking/" + carriers).body().path("orderNumber").asText())
        .isEqualTo(order);
    assertThat(get("/track/" + carriers).status()).isEqualTo(200);
    JsonNode list = get("/api/v1/orders?reference=" + sample.reference()).body().path("orders");
    assertThat(values(list, "orderNumber", "status")).containsExactly(order, "DELIVERED");

    deskFinds(order, before, sample.reference(), carriers, consignment);

    // Nobody may track by what only partners say to each other.
    for (String mrn : before.path("declarations").findValuesAsText("mrn")) {
      assertThat(get("/api/v1/tracking/" + mrn).status()).as(mrn).isEqualTo(404);
    }
  }

  private void deskFinds(
      String order, JsonNode view, String reference, String carriers, String consignment) {
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    TreeSet<String> numbers = new TreeSet<>(List.of(order, order + "01", reference, carriers));
    numbers.addAll(view.path("declarations").findValuesAsText("lrn"));
    numbers.addAll(view.path("declarations").findValuesAsText("mrn"));
    for (String number : numbers) {
      assertThat(clerk.open("/desk/search?q=" + number).uri().getPath())
          .as(number)
          .isEqualTo("/desk/orders/" + order);
    }
    assertThat(clerk.read("/desk/orders/" + order))
        .contains("In the archive")
        .contains(view.at("/consignee/name").asText())
        .contains(view.at("/declarations/2/mrn").asText())
        .contains("entry-summary")
        .doesNotContain("/cancellation\"")
        .doesNotContain("/label\"");
    assertThat(clerk.open("/desk/search?q=Ferdinanda+Ooievaarsnest").uri().getPath())
        .isEqualTo("/desk/orders/" + order);
    HttpResponse<String> flight =
        clerk.open("/desk/search?q=" + view.at("/consignment/awb").asText());
    assertThat(flight.uri().getPath()).isEqualTo("/desk/consignments/" + consignment);
    assertThat(flight.body()).contains("In the archive").contains(order).contains("fwb");
  }

  @Test
  void anArchivedOrderIsNeverTakenTwiceAndNeverChanged() {
    AnOrder sample = anOrder().with("/lines/0/description", "gift");
    String order = placed(sample);
    assertThat(post("/api/v1/orders/" + order + "/cancellation", "application/json", "").status())
        .isEqualTo(202);
    ends(order, "CANCELLED");
    clock.pass(LONG_ENOUGH);
    sweep.goRound();
    assertThat(isHot(order)).isFalse();

    Answer again = post("/api/v1/orders", "application/json", sample.json());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("orderNumber").asText()).isEqualTo(order);
    Answer other =
        post("/api/v1/orders", "application/json", sample.with("/currency", "USD").json());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body().path("orderNumber").asText()).isEqualTo(order);
    assertThat(isHot(order)).isFalse();

    Answer cancelled = post("/api/v1/orders/" + order + "/cancellation", "application/json", "");
    assertThat(cancelled.status()).isEqualTo(409);
    assertThat(cancelled.body().path("reason").asText()).isEqualTo("ended");
  }

  @Test
  void whatIsInTheArchiveLiesSealed() {
    String order = delivered();
    clock.pass(LONG_ENOUGH);
    sweep.goRound();
    String name = view(order).at("/consignee/name").asText();
    for (String column : List.of("rows_sealed", "pages_sealed")) {
      byte[] kept =
          jdbc.queryForObject(
              "SELECT " + column + " FROM archive_document WHERE number = ?", byte[].class, order);
      assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(name);
    }
    List<byte[]> bodies =
        jdbc.query(
            "SELECT m.body FROM archive_message m JOIN archive_number n ON n.number = m.id WHERE"
                + " n.owner = ?",
            (row, n) -> row.getBytes(1),
            order);
    assertThat(bodies).isNotEmpty();
    assertThat(bodies)
        .allSatisfy(
            body -> assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain(name));
    assertThat(
            number(
                "SELECT COUNT(*) FROM exchange_message m JOIN archive_number n ON n.number = m.id"
                    + " WHERE n.owner = ?",
                order))
        .isZero();
  }

  @Test
  void theLogOfMessagesReachesIntoTheArchive() {
    String order = delivered();
    String mrn = view(order).at("/declarations/2/mrn").asText();
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    String log = "/operations/messages?q=";
    List<String> before = messages(operator.read(log + order));
    assertThat(before).hasSizeGreaterThan(5);
    String message =
        jdbc.queryForObject(
            "SELECT message_id FROM exchange_letter WHERE about = ? AND operation = 'declaration'",
            String.class,
            order);
    String open = operator.read("/operations/messages/" + message);
    assertThat(open).contains(order).contains("Claeys");

    clock.pass(LONG_ENOUGH);
    sweep.goRound();

    assertThat(number("SELECT COUNT(*) FROM exchange_message WHERE id = ?", message)).isZero();
    assertThat(messages(operator.read(log + order))).containsExactlyElementsOf(before);
    assertThat(messages(operator.read(log + mrn))).contains(message);
    assertThat(messages(operator.read("/operations/messages"))).contains(message);
    assertThat(operator.read("/operations/messages/" + message))
        .contains(order)
        .contains("Claeys")
        .contains(view(order).at("/declarations/2/lrn").asText());
  }

  private static List<String> messages(String page) {
    return Pattern.compile("/operations/messages/([0-9a-f-]{36})\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @Test
  void whatIsOpenKeepsAnOrderInTheHouse() {
    String order = delivered();
    clock.pass(LONG_ENOUGH);
    String barcode = view(order).at("/parcels/0/carrierNumber").asText();
    String arrival = unmatched(barcode);
    sweep.goRound();
    assertThat(isHot(order)).isTrue();
    assertThat(rows(Kind.ORDER, order).get("timeline_event")).isNotEmpty();

    jdbc.update("UPDATE exchange_arrival SET state = 'DISCARDED' WHERE id = ?", arrival);
    sweep.goRound();
    assertThat(isHot(order)).isFalse();
  }

  @Test
  void anOrderComesBackAsItWasAndLeavesAgain() {
    String order = delivered();
    JsonNode view = view(order);
    String consignment = view.at("/consignment/number").asText();
    Map<String, List<String>> before = rows(Kind.ORDER, order);
    Map<String, List<String>> flight = rows(Kind.CONSIGNMENT, consignment);
    assertThat(flight.get("air_consignment")).hasSize(1);
    clock.pass(LONG_ENOUGH);
    sweep.goRound();
    assertThat(isHot(order)).isFalse();

    assertThat(archive.bringBack(order, "operator", "a customs debit came")).isTrue();
    assertThat(rows(Kind.ORDER, order)).isEqualTo(before);
    assertThat(rows(Kind.CONSIGNMENT, consignment)).isEqualTo(flight);
    assertThat(view(order)).isEqualTo(view);
    assertThat(archive.find(order)).isEmpty();
    assertThat(
            number(
                "SELECT COUNT(*) FROM exchange_letter l JOIN exchange_message m ON m.id ="
                    + " l.message_id WHERE l.about = ?",
                order))
        .isPositive();

    sweep.goRound();
    assertThat(isHot(order)).isTrue();
    clock.pass(LONG_ENOUGH);
    sweep.goRound();
    assertThat(isHot(order)).isFalse();
    assertThat(view(order)).isEqualTo(view);
  }

  @Test
  void brokenOffInBetweenAllIsAsBefore() {
    String order = delivered();
    Map<String, List<String>> before = rows(Kind.ORDER, order);
    clock.pass(LONG_ENOUGH);
    transaction.executeWithoutResult(
        running -> {
          assertThat(archivist.move(orders(), List.of(order), clock.instant()).archived())
              .isEqualTo(1);
          assertThat(isHot(order)).isFalse();
          running.setRollbackOnly();
        });
    assertThat(rows(Kind.ORDER, order)).isEqualTo(before);
    assertThat(archive.find(order)).isEmpty();
    sweep.goRound();
    assertThat(isHot(order)).isFalse();
  }

  @Test
  void whatSomebodyTouchesLeavesAnotherTimeAndNobodyWaits() {
    String order = delivered();
    clock.pass(LONG_ENOUGH);
    transaction.executeWithoutResult(
        running -> {
          jdbc.queryForList("SELECT * FROM delivery WHERE order_number = ? FOR UPDATE", order);
          CompletableFuture.runAsync(sweep::goRound).orTimeout(20, TimeUnit.SECONDS).join();
          assertThat(isHot(order)).isTrue();
        });
    assertThat(archive.figures().days().get(0).problem()).isNull();
    sweep.goRound();
    assertThat(isHot(order)).isFalse();
  }

  private Owner orders() {
    return owners.stream().filter(owner -> owner.kind() == Kind.ORDER).findFirst().orElseThrow();
  }

  @Test
  void lateNewsPointsToTheArchiveAndAnOperatorBringsTheOrderBack() {
    String order = delivered();
    String barcode = view(order).at("/parcels/0/carrierNumber").asText();
    clock.pass(LONG_ENOUGH);
    sweep.goRound();
    String arrival = unmatched(barcode);

    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    assertThat(operator.read("/operations"))
        .contains("lies in the archive")
        .contains("name=\"arrival\" value=\"" + arrival + "\"");
    operator.submit(
        "/operations",
        "/operations/archive/back",
        Map.of("number", order, "arrival", arrival, "reason", "the carrier spoke late"));
    assertThat(isHot(order)).isTrue();
    assertThat(
            jdbc.queryForObject(
                "SELECT state FROM exchange_arrival WHERE id = ?", String.class, arrival))
        .isNotEqualTo("UNMATCHED");
    assertThat(operator.read("/operations")).contains("Hot tables and archive");
    jdbc.update("UPDATE exchange_arrival SET state = 'DISCARDED' WHERE id = ?", arrival);
  }

  @Test
  void afterItsTimePersonsAreErasedAndTheReferenceIsStillTaken() {
    AnOrder sample = anOrder();
    String order = placed(sample);
    ends(order, "DELIVERED");
    everythingIsSaidAbout(order);
    clock.pass(LONG_ENOUGH);
    sweep.goRound();
    jdbc.update("UPDATE archive_document SET keep_until = '2020-01-01' WHERE number = ?", order);
    sweep.goRound();
    assertThat(archive.find(order).orElseThrow().erasedAt()).as("law that grew longer").isNull();
    assertThat(archive.find(order).orElseThrow().keepUntil()).isAfter(clock.instant());

    jdbc.update(
        "UPDATE archive_document SET keep_until = '2020-01-01', ended_at = '2009-05-05' WHERE"
            + " number = ?",
        order);
    sweep.goRound();
    assertThat(archive.find(order).orElseThrow().erasedAt()).isNotNull();
    assertThat(
            number(
                "SELECT COUNT(*) FROM archive_document WHERE number = ? AND rows_sealed IS NULL AND"
                    + " pages_sealed IS NULL",
                order))
        .isEqualTo(1);
    assertThat(get("/api/v1/orders/" + order).status()).isEqualTo(410);
    assertThat(get("/api/v1/tracking/" + order).status()).isEqualTo(404);
    assertThat(new Visitor(this::url).loggedInAs("clerk").read("/desk/orders/" + order))
        .contains("Erased")
        .doesNotContain("Claeys");
    assertThat(post("/api/v1/orders", "application/json", sample.json()).status()).isEqualTo(409);
    assertThat(archive.bringBack(order, "operator", "too late")).isFalse();
  }

  @Test
  void noTableThatNamesAnOrderIsForgotten() {
    Set<String> declared = new TreeSet<>();
    for (Kind kind : Kind.values()) {
      shelves.of(kind).forEach(holding -> declared.add(holding.table()));
    }
    List<String> naming =
        jdbc.queryForList(
            "SELECT DISTINCT c.table_name FROM information_schema.columns c JOIN"
                + " information_schema.tables t USING (table_schema, table_name) WHERE"
                + " c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.column_name"
                + " IN ('order_number', 'business_key', 'about', 'consignment_number',"
                + " 'house_number')",
            String.class);
    assertThat(naming).isNotEmpty();
    TreeSet<String> forgotten = new TreeSet<>(naming);
    forgotten.removeAll(declared);
    forgotten.removeAll(HOT_ON_PURPOSE);
    assertThat(forgotten).as("on no room's Shelf, and not hot on purpose").isEmpty();
    for (Kind kind : Kind.values()) {
      shelves
          .of(kind)
          .forEach(holding -> assertThat(shelves.layout(holding).columns()).isNotEmpty());
    }
  }

  @Test
  void theArchiveOfMessagesHasTheShapeOfTheHotTable() {
    assertThat(columns("archive_message")).isEqualTo(columns("exchange_message"));
    assertThat(columns("archive_attempt")).isEqualTo(columns("exchange_attempt"));
    assertThat(columns("archive_inquiry")).isEqualTo(columns("exchange_inquiry"));
  }

  private List<String> columns(String table) {
    return jdbc.queryForList(
        "SELECT CONCAT(column_name, ' ', column_type, ' ', is_nullable) FROM"
            + " information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER"
            + " BY ordinal_position",
        String.class,
        table);
  }

  private String delivered() {
    String order = placed(anOrder());
    ends(order, "DELIVERED");
    everythingIsSaidAbout(order);
    outOfStorage(view(order).at("/consignment/number").asText());
    return order;
  }

  /** What a partner told about this number, and nobody found. */
  private String unmatched(String about) {
    String id = Ids.next();
    jdbc.update(
        "INSERT INTO exchange_arrival (id, message_id, partner, kind, arrival_key, about, content,"
            + " state, attempts, due_at, created_at, done_at) VALUES (?, ?, 'cainiao',"
            + " 'unheard-of', ?, ?, '{}', 'UNMATCHED', 9, ?, ?, ?)",
        id,
        id,
        id,
        about,
        Utc.of(clock.instant()),
        Utc.of(clock.instant()),
        Utc.of(clock.instant()));
    return id;
  }
}
