package eu.perron.flow;

import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.freight.AirConsignment;
import eu.perron.freight.Freight;
import eu.perron.imports.AtLiege;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that are cleared for export, the real engine, and the simulated airline and authority. */
abstract class InTheAir extends AtLiege {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static int serial = 1000;

  @Autowired protected Freight freight;
  @Autowired protected JdbcClient jdbc;
  @Autowired private Processes processes;
  @Autowired private DeskTasks desk;

  /**
   * @param lot behind the description, or nothing
   */
  protected String flies(String lot) {
    String order = arrived(anOrder().of(2, "wool socks" + lot, "611596", "5.00"), serial++);
    processes.start("air-freight", order);
    return order;
  }

  protected String consignmentOf(String order) {
    return await()
        .atMost(PATIENCE)
        .until(() -> freight.consignmentOf(order), Optional::isPresent)
        .map(AirConsignment::number)
        .orElseThrow();
  }

  protected void decide(String key, String activity, Map<String, Object> values) {
    String task =
        await()
            .alias(key + " asks " + activity)
            .atMost(PATIENCE)
            .until(() -> task(key, activity), Optional::isPresent)
            .get();
    assertThat(desk.complete(task, "clerk", values)).isTrue();
  }

  protected void timeIsOver(String key, String activity) {
    await()
        .alias(key + " waits at " + activity)
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql(
                            "UPDATE flow_wait SET due_at = '2000-01-01' WHERE business_key = :key AND activity = :activity")
                        .param("key", key)
                        .param("activity", activity)
                        .update()
                    == 1);
  }

  protected void passes(String key, String process, String activity) {
    await()
        .alias(key + " passes " + activity)
        .atMost(PATIENCE)
        .until(
            () ->
                path(key).stream()
                    .anyMatch(path -> List.of(path.split(" ")).contains(process + ":" + activity)));
  }

  private Optional<String> task(String key, String activity) {
    return jdbc.sql(
            "SELECT task_id FROM flow_task WHERE business_key = :key AND activity = :activity")
        .param("key", key)
        .param("activity", activity)
        .query(String.class)
        .optional();
  }

  private List<String> path(String key) {
    return jdbc.sql("SELECT path FROM flow_journal WHERE business_key = :key ORDER BY at")
        .param("key", key)
        .query(String.class)
        .list();
  }
}
