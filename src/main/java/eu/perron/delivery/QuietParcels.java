package eu.perron.delivery;

import eu.perron.exchange.Partner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels of which the carrier has long said nothing, so that we ask. */
@Component
@Transactional
public class QuietParcels {
  private final JdbcClient jdbc;
  private final Clock clock;

  QuietParcels(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The longest silent first. Who takes them asks: they count as asked from now on, for every node.
   *
   * @param atMost in one question
   * @param perDay how many the carrier lets us ask for in a day (UTC)
   */
  public List<Quiet> take(Partner carrier, Duration quietFor, int atMost, int perDay) {
    Instant now = clock.instant();
    int left = Math.min(atMost, perDay - asked(carrier, now));
    if (left <= 0) {
      return List.of();
    }
    List<Quiet> parcels =
        jdbc.sql(
                "SELECT p.parcel_number, p.barcode, d.booked_at FROM delivery_parcel p "
                    + "JOIN delivery d ON d.order_number = p.order_number "
                    + "WHERE p.carrier = :carrier AND p.followed = TRUE "
                    + "AND p.quiet_since < :before AND d.handed_over_at IS NOT NULL "
                    + "ORDER BY p.quiet_since LIMIT :left FOR UPDATE SKIP LOCKED")
            .param("carrier", carrier.name())
            .param("before", DeliveryRows.utc(now.minus(quietFor)))
            .param("left", left)
            .query(
                (rows, n) ->
                    new Quiet(
                        rows.getString("parcel_number"),
                        rows.getString("barcode"),
                        DeliveryRows.instant(rows, "booked_at")))
            .list();
    if (!parcels.isEmpty()) {
      jdbc.sql("UPDATE delivery_parcel SET quiet_since = :now WHERE parcel_number IN (:parcels)")
          .param("now", DeliveryRows.utc(now))
          .param("parcels", parcels.stream().map(Quiet::parcelNumber).toList())
          .update();
      jdbc.sql(
              "UPDATE delivery_question SET asked = asked + :asked WHERE carrier = :carrier AND day = :day")
          .param("asked", parcels.size())
          .param("carrier", carrier.name())
          .param("day", now.atOffset(ZoneOffset.UTC).toLocalDate())
          .update();
    }
    return parcels;
  }

  private int asked(Partner carrier, Instant now) {
    var day = now.atOffset(ZoneOffset.UTC).toLocalDate();
    jdbc.sql(
            "INSERT IGNORE INTO delivery_question (carrier, day, asked) VALUES (:carrier, :day, 0)")
        .param("carrier", carrier.name())
        .param("day", day)
        .update();
    return jdbc.sql(
            "SELECT asked FROM delivery_question WHERE carrier = :carrier AND day = :day FOR UPDATE")
        .param("carrier", carrier.name())
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  /**
   * @param bookedAt when its label was booked: carriers look a number up by its day
   */
  public record Quiet(String parcelNumber, String barcode, Instant bookedAt) {}
}
