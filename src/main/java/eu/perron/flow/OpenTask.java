package eu.perron.flow;

import eu.perron.tracking.OrderView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the order's view that a person is needed. */
@Component
class OpenTask implements OrderView.Part {
  private final JdbcClient jdbc;

  OpenTask(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    jdbc
        .sql("SELECT name, desk, reason, since, due_at FROM flow_task WHERE business_key = :key")
        .param("key", orderNumber)
        .query(
            (row, n) ->
                new OrderView.OpenTask(
                    row.getString("name"),
                    row.getString("desk"),
                    row.getString("reason"),
                    row.getTimestamp("since").toInstant(),
                    row.getTimestamp("due_at").toInstant()))
        .list()
        .stream()
        .findFirst()
        .ifPresent(draft::openTask);
  }
}
