package eu.perron.desk;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a row says of its order or its consignment; read for the tasks of a page only. */
@Component
class OrdersOnRow {
  private static final int GOODS = 140;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrdersOnRow(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Goods(
      String number, String stage, String currency, BigDecimal value, String goods) {}

  private record Flown(
      String number, String awb, String flight, LocalDate flightDate, long parcels) {}

  List<DeskRow> rows(List<TaskList.Task> tasks) {
    TreeSet<String> keys = new TreeSet<>();
    tasks.forEach(task -> keys.add(task.businessKey()));
    Map<String, Goods> orders = orders(keys);
    keys.removeAll(orders.keySet());
    Map<String, Flown> consignments = consignments(keys);
    Instant now = clock.instant();
    return tasks.stream()
        .map(
            task ->
                row(
                    task,
                    orders.get(task.businessKey()),
                    consignments.get(task.businessKey()),
                    now))
        .toList();
  }

  private static DeskRow row(TaskList.Task task, Goods order, Flown consignment, Instant now) {
    return new DeskRow(
        task.taskId(),
        task.businessKey(),
        task.name(),
        task.desk(),
        task.reason(),
        task.urgency(),
        task.since(),
        task.dueAt(),
        task.clerk(),
        DeskRow.levelOf(task.dueAt(), now),
        order == null ? null : shortened(order.goods()),
        order == null ? null : order.value(),
        order == null ? null : order.currency(),
        order == null ? null : order.stage(),
        consignment == null ? null : consignment.awb(),
        consignment == null ? null : consignment.flight() + " · " + consignment.flightDate(),
        consignment == null ? null : consignment.parcels());
  }

  private Map<String, Goods> orders(Collection<String> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                SELECT o.number, o.stage, o.currency, SUM(l.unit_price * l.quantity) AS value,
                       GROUP_CONCAT(l.description ORDER BY l.position SEPARATOR '; ') AS goods
                FROM orders o JOIN order_line l ON l.order_number = o.number
                WHERE o.number IN (:numbers) GROUP BY o.number""")
            .param("numbers", numbers)
            .query(Goods.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Goods::number, Function.identity()));
  }

  private Map<String, Flown> consignments(Collection<String> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                "SELECT number, awb, flight, flight_date, pieces AS parcels FROM air_consignment "
                    + "WHERE number IN (:numbers)")
            .param("numbers", numbers)
            .query(Flown.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Flown::number, Function.identity()));
  }

  private static String shortened(String goods) {
    return goods.length() <= GOODS ? goods : goods.substring(0, GOODS - 1).strip() + "…";
  }
}
