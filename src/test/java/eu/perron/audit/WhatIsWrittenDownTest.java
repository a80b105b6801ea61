package eu.perron.audit;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.audit.AuditTrail.Change;
import eu.perron.audit.AuditTrail.Line;
import eu.perron.audit.AuditTrail.Search;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who did what to an order, from the rules that judged it to the person who corrected it. */
class WhatIsWrittenDownTest extends PerronTest {
  @Autowired private AuditTrail trail;
  @Autowired private Sealer sealer;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void aClerksCorrectionStandsInTheTrailWithWhatWasBefore() {
    String order = placed("gift");
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String page = "/desk/tasks/" + taskOf(order);
    clerk.submit(page, page + "/claim", Map.of());
    assertThat(
            clerk
                .sendJson(
                    page,
                    page + "/complete",
                    "{\"values\": {\"decision\": \"CORRECTED\", \"description\": \"silk scarf, hand rolled edge\"}}")
                .statusCode())
        .isEqualTo(200);

    assertThat(line(order, Act.SCREENED).rule()).contains("VAGUE_DESCRIPTION from 20");
    Line ruled = line(order, Act.RULED);
    assertThat(ruled.who()).isEqualTo(Audit.THE_PROGRAM);
    assertThat(ruled.rule()).matches("(may-it-travel|who-reviews):\\d+");
    assertThat(ruled.changes()).extracting(Change::name).contains("row");
    assertThat(line(order, Act.CLAIMED).who()).isEqualTo("clerk");
    assertThat(line(order, Act.COMPLETED))
        .satisfies(
            done -> {
              assertThat(done.thing()).isEqualTo("fulfilment:ReviewOrder");
              assertThat(done.changes()).contains(new Change("decision", null, "CORRECTED"));
            });
    Line corrected = line(order, Act.CORRECTED);
    assertThat(corrected.who()).isEqualTo("clerk");
    assertThat(corrected.changes())
        .contains(new Change("description", "gift", "silk scarf, hand rolled edge"));
    assertThat(
            jdbc.queryForList(
                "SELECT after_state FROM audit_entry WHERE about = ? AND after_state IS NOT NULL",
                byte[].class,
                order))
        .isNotEmpty()
        .allSatisfy(
            kept ->
                assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                    .doesNotContain("silk", "CORRECTED"));
  }

  @Test
  void aSellersCancellationIsTheSellers() {
    String order = placed("gift");
    taskOf(order);
    assertThat(post("/api/v1/orders/" + order + "/cancellation", "application/json", "").status())
        .isEqualTo(202);
    assertThat(line(order, Act.CANCELLED).who()).isEqualTo("demo");
  }

  @Test
  void modelsTablesAccountsAndKeysAreInIt() {
    assertThat(newest(Act.DEPLOYED, "fulfilment.bpmn").rule()).matches("fulfilment:\\d+");
    assertThat(newest(Act.TABLE_CHANGED, "duties.csv").changes())
        .singleElement()
        .satisfies(change -> assertThat(change.after()).startsWith("SHA-256 "));
    assertThat(newest(Act.ACCOUNT_OPENED, "auditor").changes())
        .singleElement()
        .satisfies(change -> assertThat(change.after()).contains("role AUDITOR"));
    assertThat(newest(Act.KEY_GIVEN, "demo/demo").who()).isEqualTo(Audit.OUTSIDE);
  }

  @Test
  void anAuditorFindsByOrderPersonKindAndDayAndVerifies() {
    String order = placed("gift");
    line(order, Act.RULED);
    Visitor auditor = new Visitor(this::url).loggedInAs("auditor");
    String page = "/operations/audit";
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();

    assertThat(auditor.read(page + "?q=" + order)).contains(order).contains("decided by rule");
    assertThat(auditor.read(page + "?kind=RULE&who=perron&day=" + today + "&q=" + order))
        .contains(order);
    assertThat(auditor.read(page + "?kind=RULE&day=" + today.minusDays(40) + "&q=" + order))
        .doesNotContain("decided by rule");
    auditor.submit(page, page + "/verify", Map.of());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(auditor.read(page)).contains("chain whole"));
    assertThat(auditor.open("/operations").statusCode()).isEqualTo(403);
    assertThat(new Visitor(this::url).loggedInAs("clerk").open(page).statusCode()).isEqualTo(403);
  }

  @Test
  void thePagesGoThroughTheTrailWithoutLosingALine() {
    for (String order : List.of(placed("gift"), placed("gift"))) {
      line(order, Act.RULED);
    }
    List<Line> all = trail.find(new Search(null, null, Act.Kind.RULE, null, null), 6);
    List<Line> first = all.subList(0, 3);
    assertThat(trail.find(new Search(null, null, Act.Kind.RULE, null, first.get(2).number()), 3))
        .isEqualTo(all.subList(3, all.size()));
    assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(b.number(), a.number()));
  }

  private String placed(String goods) {
    AnOrder order = anOrder().with("/lines/0/description", goods);
    // Not one of many of a day to one consignee, which screening notes.
    order.with("/consignee/name", "Odile " + order.reference());
    Answer taken = post("/api/v1/orders", "application/json", order.json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken.body().path("orderNumber").asText();
  }

  private String taskOf(String order) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                jdbc.queryForList(
                    "SELECT task_id FROM flow_task WHERE business_key = ?", String.class, order),
            found -> !found.isEmpty())
        .get(0);
  }

  private Line line(String order, Act act) {
    return waited(new Search(order, null, act.kind(), null, null), act);
  }

  private Line newest(Act act, String thing) {
    return waited(new Search(thing, null, act.kind(), null, null), act);
  }

  private Line waited(Search search, Act act) {
    return await(act + " " + search)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              sealer.round();
              return trail.find(search, 50).stream()
                  .filter(line -> line.act().equals(act.name()))
                  .toList();
            },
            found -> !found.isEmpty())
        .get(0);
  }
}
