package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.Visitor;
import eu.perron.flow.DeskTasks;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The import officer sees what blocks a flight, by reason, and decides once for many like cases;
 * what is in the way of one is in the way of none of the others.
 */
abstract class ManyOfAFlight extends Journey {
  private static final Pattern CASES =
      Pattern.compile("href=\"(/desk/flights/[^\"]+/cases[^\"]+)\"");
  @Autowired private DeskTasks tasks;
  private Visitor clerk;

  @BeforeEach
  void theOfficerIsAtWork() {
    clerk = new Visitor(this::url).loggedInAs("clerk");
  }

  @Test
  void oneDecisionReachesEveryLikeCaseAndStopsAtNone() throws Exception {
    noFlightIsOpen();
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      refused.add(placed("lot BE416"));
    }
    String wanted = placed("lot BEDOC");
    String flight = consignmentOf(refused.get(0));
    assertThat(consignmentOf(wanted)).isEqualTo(flight);
    refused.forEach(order -> asks(order, "CorrectDeclaration"));
    asks(wanted, "SendDocuments");
    String broken = refused.get(3);
    jdbc.sql("UPDATE orders SET consignee = 'not a party' WHERE number = :order")
        .param("order", broken)
        .update();
    String claimed = refused.get(5);
    assertThat(tasks.claim(task(claimed, "CorrectDeclaration").orElseThrow(), "anna").ours())
        .isTrue();

    theStorageOfIsNearlyOver(flight);
    decides(flight, at("EndStorage", "decision", "DONE", "note", "they will be declared again"));
    assertThat(timeline(wanted)).filteredOn("TEMP_STORAGE"::equals).hasSize(2);

    String page = clerk.read("/desk/flights/" + flight);
    assertThat(page)
        .contains("Description does not fit the commodity code", "Commercial invoice")
        .contains("Decide for all 8", "Decide for all 1");
    assertThat(clerk.read("/desk/flights")).contains(flight);
    assertThat(clerk.read("/desk/orders/" + wanted))
        .contains("Import declaration", "the office is asked by message to invalidate it");
    String cases = link(page, "CorrectDeclaration");
    assertThat(clerk.read(cases)).contains(refused).doesNotContain(wanted);

    HttpResponse<String> unsaid =
        clerk.sendJson(cases, cases.replace("/cases", "/decide"), "{\"values\": {}}");
    assertThat(unsaid.statusCode()).isEqualTo(422);
    HttpResponse<String> decided =
        clerk.sendJson(
            cases,
            cases.replace("/cases", "/decide"),
            "{\"values\": {\"decision\": \"SEND_AGAIN\", \"description\": \"T-shirt of cotton,"
                + " knitted\"}}");
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    String progress = json.readTree(decided.body()).path("next").asText();

    patiently("the decision is carried out")
        .untilAsserted(() -> assertThat(clerk.read(progress)).contains("8 of 8", ">finished<"));
    assertThat(clerk.read(progress + "?only=FAILED")).contains(broken).doesNotContain(claimed);
    assertThat(clerk.read(progress + "?only=TAKEN")).contains(claimed).doesNotContain(broken);
    List<String> moved = new ArrayList<>(refused);
    moved.removeAll(List.of(broken, claimed));
    assertThat(clerk.read(progress + "?only=DONE")).contains(moved);
    moved.forEach(order -> ends(order, "DELIVERED"));
    for (String order : moved) {
      assertThat(declarations(order)).hasSize(2);
      assertThat(timeline(order)).filteredOn("IMPORT_DECLARED"::equals).hasSizeGreaterThan(1);
      assertThat(
              jdbc.sql(
                      "SELECT who FROM flow_journal WHERE business_key = :order AND path LIKE"
                          + " '%DeclareAgain%'")
                  .param("order", order)
                  .query(String.class)
                  .single())
          .isEqualTo("clerk");
    }
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM (SELECT about, act FROM audit_entry UNION ALL "
                        + "SELECT about, act FROM audit_waiting) a "
                        + "WHERE act = 'COMPLETED' AND about IN (:moved)")
                .param("moved", moved)
                .query(Integer.class)
                .single())
        .isEqualTo(moved.size());
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM (SELECT about, act FROM audit_entry UNION ALL "
                        + "SELECT about, act FROM audit_waiting) a "
                        + "WHERE act = 'DECIDED_FOR_MANY' AND about = :flight")
                .param("flight", flight)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    Map<String, Object> counts =
        jdbc.sql("SELECT * FROM flight_decision WHERE consignment_number = :flight")
            .param("flight", flight)
            .query()
            .singleRow();
    assertThat(((Number) counts.get("blocked_before")).intValue()).isEqualTo(9);
    assertThat(((Number) counts.get("blocked_after")).intValue()).isLessThan(9);

    assertThat(new Visitor(this::url).loggedInAs("seller").open("/desk/flights").statusCode())
        .isEqualTo(403);
    Visitor owner = new Visitor(this::url).loggedInAs("owner");
    assertThat(
            owner
                .sendJson(
                    cases,
                    cases.replace("/cases", "/decide"),
                    "{\"values\": {\"decision\": \"GIVE_UP\"}}")
                .statusCode())
        .isEqualTo(403);
    isMended(broken, moved.get(0));
    tasks.giveBack(task(claimed, "CorrectDeclaration").orElseThrow(), "anna");
    List.of(broken, claimed)
        .forEach(order -> decides(order, at("CorrectDeclaration", "decision", "GIVE_UP")));
  }

  @Test
  void oneBadLineHoldsUpNoneOfItsFlight() {
    noFlightIsOpen();
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      orders.add(placed(""));
    }
    String bad = orders.get(17);
    String flight = consignmentOf(bad);
    jdbc.sql("UPDATE order_line SET description = ' ' WHERE order_number = :order")
        .param("order", bad)
        .update();

    List<String> good = new ArrayList<>(orders);
    good.remove(bad);
    good.forEach(order -> ends(order, "DELIVERED"));

    patiently("what cannot be written is shown to an operator")
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                "SELECT m.state FROM exchange_message m JOIN exchange_letter l ON"
                                    + " l.message_id = m.id WHERE l.about = :order AND l.operation"
                                    + " = 'declaration'")
                            .param("order", bad)
                            .query(String.class)
                            .list())
                    .containsExactly("PARKED"));
    assertThat(clerk.read("/desk/flights/" + flight)).contains("Waiting for customs");
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    String parked =
        jdbc.sql(
                "SELECT m.id FROM exchange_message m JOIN exchange_letter l ON l.message_id = m.id "
                    + "WHERE l.about = :order AND l.operation = 'declaration'")
            .param("order", bad)
            .query(String.class)
            .single();
    operator.submit(
        "/operations",
        "/operations/messages/" + parked + "/discard",
        Map.of("reason", "the line has no description"));
  }

  private void theStorageOfIsNearlyOver(String flight) {
    waits(flight, "InStorage");
    jdbc.sql(
            "UPDATE flow_wait SET due_at = '2000-01-01' WHERE business_key = :flight "
                + "AND activity = 'InStorage'")
        .param("flight", flight)
        .update();
  }

  private void isMended(String broken, String by) {
    jdbc.sql(
            "UPDATE orders SET consignee = (SELECT consignee FROM (SELECT consignee FROM orders "
                + "WHERE number = :by) b) WHERE number = :broken")
        .param("by", by)
        .param("broken", broken)
        .update();
  }

  private JsonNode declarations(String order) {
    return view(order).path("declarations").findParents("kind").stream()
        .filter(one -> one.path("kind").asText().startsWith("H"))
        .collect(
            json::createArrayNode, (all, one) -> all.add(one), (all, more) -> all.addAll(more));
  }

  private static String link(String page, String activity) {
    Matcher links = CASES.matcher(page);
    while (links.find()) {
      String link = links.group(1).replace("&amp;", "&");
      if (link.contains("activity=" + activity)) {
        return link;
      }
    }
    throw new AssertionError("No link to the cases of " + activity + " on\n" + page);
  }
}
