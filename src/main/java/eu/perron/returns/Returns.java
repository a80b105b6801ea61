package eu.perron.returns;

import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes back to the hub. Expecting and arriving may happen in either order; {@link ParcelBack}
 * follows the later.
 */
@Component
@Transactional
public class Returns {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Returns(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param away whether it left the hub; what never left is back at once
   */
  public void expect(String orderNumber, boolean away) {
    ReturnView before = locked(orderNumber);
    if (before.expectedAt() != null) {
      return;
    }
    Instant now = now();
    stamp(
        "UPDATE order_return SET expected_at = :now WHERE order_number = :order", orderNumber, now);
    events.publishEvent(Milestone.of(orderNumber, MilestoneCode.RETURNING, now, "returns"));
    if (before.backAt() == null && !away) {
      stamp("UPDATE order_return SET back_at = :now WHERE order_number = :order", orderNumber, now);
    }
    if (before.backAt() != null || !away) {
      events.publishEvent(new ParcelBack(orderNumber));
    }
  }

  /** It was seen at the hub, brought by a carrier or found by a scan. */
  public void arrive(String orderNumber) {
    ReturnView before = locked(orderNumber);
    if (before.backAt() != null) {
      return;
    }
    stamp("UPDATE order_return SET back_at = :now WHERE order_number = :order", orderNumber, now());
    if (before.expectedAt() != null) {
      events.publishEvent(new ParcelBack(orderNumber));
    }
  }

  public void record(String orderNumber, ReturnDecision decision) {
    ReturnView before =
        find(orderNumber)
            .orElseThrow(() -> new NoSuchElementException("No return of order " + orderNumber));
    if (before.decision() != null) {
      return;
    }
    Instant now = now();
    jdbc.sql(
            "UPDATE order_return SET decision = :decision, decided_at = :now "
                + "WHERE order_number = :order")
        .param("decision", decision.name())
        .param("now", utc(now))
        .param("order", orderNumber)
        .update();
    MilestoneCode code =
        switch (decision) {
          case RETURN_TO_SELLER -> MilestoneCode.RETURNED;
          case DESTROY -> MilestoneCode.DESTROYED;
        };
    events.publishEvent(Milestone.of(orderNumber, code, now, "returns"));
  }

  public Optional<ReturnView> find(String orderNumber) {
    return select(orderNumber, "");
  }

  private ReturnView locked(String orderNumber) {
    jdbc.sql("INSERT IGNORE INTO order_return (order_number) VALUES (:order)")
        .param("order", orderNumber)
        .update();
    return select(orderNumber, " FOR UPDATE").orElseThrow();
  }

  private Optional<ReturnView> select(String orderNumber, String lock) {
    return jdbc.sql("SELECT * FROM order_return WHERE order_number = :order" + lock)
        .param("order", orderNumber)
        .query(Returns::view)
        .optional();
  }

  private void stamp(String sql, String orderNumber, Instant now) {
    jdbc.sql(sql).param("now", utc(now)).param("order", orderNumber).update();
  }

  private static ReturnView view(ResultSet rows, int number) throws SQLException {
    String decision = rows.getString("decision");
    return new ReturnView(
        rows.getString("order_number"),
        instant(rows, "expected_at"),
        instant(rows, "back_at"),
        decision == null ? null : ReturnDecision.valueOf(decision),
        instant(rows, "decided_at"));
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
