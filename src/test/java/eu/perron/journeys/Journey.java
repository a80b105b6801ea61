package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.flow.DeskTasks;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders on their way through the whole house, clerks who decide, and what the seller sees of it.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Journey extends PerronTest {
  private static final String CLERK = "clerk";
  private static final String DESCRIPTION = "/lines/0/description";

  @Autowired protected JdbcClient jdbc;
  @Autowired private DeskTasks desk;

  /** What a clerk decides when asked. */
  protected record Decision(String activity, Map<String, Object> values) {}

  protected static Decision at(String activity, String... values) {
    Map<String, Object> form = new java.util.LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      form.put(values[i], values[i + 1]);
    }
    return new Decision(activity, form);
  }

  /**
   * @param lots as {@code lot CEB100}; what the simulated partners make of it stands in connectors/
   */
  protected static AnOrder anOrder(String lots) {
    AnOrder order = AnOrder.anOrder();
    String goods = order.tree().at(DESCRIPTION).asText();
    return order.with(DESCRIPTION, (goods + " " + lots).strip());
  }

  protected String placed(String lots) {
    return placed(anOrder(lots));
  }

  protected String placed(AnOrder order) {
    Answer taken = post("/api/v1/orders", "application/json", order.json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken.body().path("orderNumber").asText();
  }

  protected JsonNode view(String order) {
    return get("/api/v1/orders/" + order).body();
  }

  protected String status(String order) {
    return view(order).path("status").asText();
  }

  protected List<String> timeline(String order) {
    return StreamSupport.stream(view(order).path("timeline").spliterator(), false)
        .map(entry -> entry.path("code").asText())
        .toList();
  }

  protected void ends(String order, String status) {
    patiently(order + " ends " + status)
        .untilAsserted(
            () -> assertThat(status(order)).as(String.join(" ", path(order))).isEqualTo(status));
  }

  /**
   * @param key order or consignment number
   */
  protected void decides(String key, Decision decision) {
    String task =
        patiently(key + " asks " + decision.activity())
            .until(() -> task(key, decision.activity()), Optional::isPresent)
            .orElseThrow();
    assertThat(desk.complete(task, CLERK, decision.values())).isTrue();
  }

  protected boolean decidesIfAsked(String key, Decision decision) {
    return task(key, decision.activity())
        .filter(task -> desk.complete(task, CLERK, decision.values()))
        .isPresent();
  }

  protected void asks(String key, String activity) {
    patiently(key + " asks " + activity)
        .untilAsserted(
            () -> assertThat(task(key, activity)).as(String.join(" ", path(key))).isPresent());
  }

  protected void waits(String key, String activity) {
    patiently(key + " waits at " + activity)
        .untilAsserted(
            () -> assertThat(stands(key, activity)).as(String.join(" ", path(key))).isTrue());
  }

  protected void passes(String key, String element) {
    patiently(key + " passes " + element)
        .untilAsserted(() -> assertThat(path(key)).contains(element));
  }

  protected Optional<String> task(String key, String activity) {
    return jdbc.sql(
            "SELECT task_id FROM flow_task WHERE business_key = :key AND activity = :activity")
        .param("key", key)
        .param("activity", activity)
        .query(String.class)
        .optional();
  }

  private boolean stands(String key, String activity) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM flow_wait WHERE business_key = :key AND activity = :activity")
            .param("key", key)
            .param("activity", activity)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** The elements passed, as {@code process:activity}, oldest first. */
  protected List<String> path(String key) {
    return jdbc
        .sql("SELECT path FROM flow_journal WHERE business_key = :key ORDER BY at, id")
        .param("key", key)
        .query(String.class)
        .list()
        .stream()
        .flatMap(path -> Arrays.stream(path.split(" ")))
        .toList();
  }

  protected String consignmentOf(String order) {
    return patiently(order + " joins a consignment")
        .until(() -> view(order).at("/consignment/number").asText(""), number -> !number.isEmpty());
  }

  /** The next order opens a flight of its own. */
  protected void noFlightIsOpen() {
    patiently("flights close")
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM air_consignment WHERE state = 'OPEN'")
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  protected static ConditionFactory patiently(String whatFor) {
    return await()
        .alias(whatFor)
        .atMost(Duration.ofSeconds(45))
        .pollInterval(Duration.ofMillis(100));
  }
}
