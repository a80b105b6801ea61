package eu.perron.tracking;

import eu.perron.orders.Order;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The day on which we promised to be at the door; chosen by the rule in force when the order was
 * placed.
 */
@Component
class Promises {
  private final JdbcClient jdbc;

  Promises(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LocalDate> of(Order order) {
    LocalDate placed = LocalDate.ofInstant(order.placedAt(), Zones.of(order.consignor().country()));
    return jdbc.sql(
            "SELECT days FROM promise_rule WHERE lane = :lane AND valid_from <= :day "
                + "ORDER BY valid_from DESC LIMIT 1")
        .param("lane", order.lane())
        .param("day", placed)
        .query(Integer.class)
        .optional()
        .map(days -> noSunday(placed.plusDays(days)));
  }

  private static LocalDate noSunday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  /** Where a country's day begins, of the countries on our lanes. */
  static final class Zones {
    private Zones() {}

    static ZoneId of(String country) {
      return ZoneId.of(country.equals("CN") ? "Asia/Shanghai" : "Europe/Brussels");
    }
  }
}
