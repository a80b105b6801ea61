package eu.perron.orders;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders in our care, for the other rooms. */
@Component
@Transactional
public class Orders {
  private final OrderRepository orders;
  private final JdbcAggregateTemplate aggregates;
  private final JdbcClient jdbc;
  private final Clock clock;

  Orders(OrderRepository orders, JdbcAggregateTemplate aggregates, JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.aggregates = aggregates;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Order get(String number) {
    return find(number).orElseThrow(() -> new NoSuchElementException("No order " + number));
  }

  public Optional<Order> find(String number) {
    return orders.findById(number);
  }

  public List<Order> getAll(Collection<String> numbers) {
    return orders.findAllById(numbers);
  }

  void insert(Order order) {
    aggregates.insert(order);
  }

  public void enter(String number, Stage stage) {
    jdbc.sql("UPDATE orders SET stage = :stage WHERE number = :number AND ended_at IS NULL")
        .param("stage", stage.name()).param("number", number).update();
  }

  public void become(String number, Status status) {
    jdbc.sql("UPDATE orders SET status = :status WHERE number = :number AND ended_at IS NULL")
        .param("status", status.name()).param("number", number).update();
  }

  public void end(String number, Status status) {
    jdbc.sql("UPDATE orders SET status = :status, stage = 'CLOSED', ended_at = :now "
            + "WHERE number = :number AND ended_at IS NULL")
        .param("status", status.name()).param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDateTime())
        .param("number", number).update();
  }

  /** Accepted orders whose fulfilment has not begun, oldest first, locked for the caller's transaction. */
  public List<String> takeAccepted(int most) {
    List<String> numbers = jdbc.sql(
            "SELECT number FROM orders WHERE started = FALSE ORDER BY accepted_at LIMIT :most FOR UPDATE SKIP LOCKED")
        .param("most", most).query(String.class).list();
    if (!numbers.isEmpty()) {
      jdbc.sql("UPDATE orders SET started = TRUE WHERE number IN (:numbers)").param("numbers", numbers).update();
    }
    return numbers;
  }

  /** A clerk or the seller described the goods better. */
  public void describe(String number, int position, String description, String hsCode) {
    jdbc.sql("UPDATE order_line SET description = :description, hs_code = :hsCode "
            + "WHERE order_number = :number AND position = :position")
        .param("description", description).param("hsCode", hsCode).param("number", number)
        .param("position", position).update();
  }
}
