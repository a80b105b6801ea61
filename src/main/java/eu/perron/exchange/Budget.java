package eu.perron.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * So many calls a second for each partner, counted in the database and by its clock: however many
 * nodes there are, and whatever their clocks show, no second holds more calls than are granted.
 */
@Component
class Budget {
  /** Slots so near are given out now, with the time to wait: fewer transactions, same spacing. */
  private static final Duration AHEAD = Duration.ofMillis(100);

  private final JdbcClient jdbc;
  private final PartnerLimits limits;
  private final Map<Partner, CallRate> rates = new EnumMap<>(Partner.class);

  Budget(JdbcClient jdbc, PartnerLimits limits) {
    this.jdbc = jdbc;
    this.limits = limits;
    for (Partner partner : Partner.values()) {
      rates.put(partner, new CallRate());
    }
  }

  /**
   * When calls may begin: the first after a while, the others apart.
   *
   * @param wellAt when the partner last took something; null: never
   */
  record Slots(
      Partner partner,
      int number,
      Duration first,
      Duration apart,
      LocalDateTime firstAt,
      Instant wellAt) {
    Duration until(int which) {
      return first.plus(apart.multipliedBy(which));
    }
  }

  private record Row(boolean lets, Instant wellAt, LocalDateTime firstAt, long waitMicros) {}

  /**
   * Within the transaction that takes messages: whoever declares the partner down waits until it is
   * over.
   *
   * @return no slots if the partner is declared down or its budget is spent
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Slots slots(Partner partner, int most) {
    PartnerLimits.Limits own = limits.of(partner);
    Row row =
        jdbc.sql(
                """
                SELECT down_since IS NULL AS lets, well_at,
                  GREATEST(COALESCE(next_call_at, UTC_TIMESTAMP(6)), UTC_TIMESTAMP(6)) AS first_at,
                  GREATEST(COALESCE(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), next_call_at), 0), 0) AS wait_micros
                FROM exchange_partner WHERE partner = :partner """
                    + (own.hasBudget() ? " FOR UPDATE" : " LOCK IN SHARE MODE"))
            .param("partner", partner.id())
            .query(Row.class)
            .single();
    Duration first = Duration.ofNanos(row.waitMicros() * 1000);
    Duration apart =
        own.hasBudget() ? Duration.ofNanos((long) (1e9 / own.callsPerSecond())) : Duration.ZERO;
    int number = row.lets() ? granted(most, first, apart) : 0;
    return new Slots(partner, number, first, apart, row.firstAt(), row.wellAt());
  }

  private static int granted(int most, Duration first, Duration apart) {
    if (apart.isZero() || most == 0) {
      return most;
    }
    Duration left = AHEAD.minus(first);
    return left.isNegative() ? 0 : (int) Math.min(most, left.toNanos() / apart.toNanos() + 1);
  }

  /** In the same transaction: so many of them are used. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void spend(Slots slots, int used) {
    if (used == 0) {
      return;
    }
    rates.get(slots.partner()).add(used);
    if (!slots.apart().isZero()) {
      jdbc.sql(
              "UPDATE exchange_partner SET next_call_at = :first + INTERVAL :micros MICROSECOND "
                  + "WHERE partner = :partner")
          .param("first", slots.firstAt())
          .param("micros", slots.apart().multipliedBy(used).toNanos() / 1000)
          .param("partner", slots.partner().id())
          .update();
    }
  }

  /** Calls of this node in a second, over the last ten. */
  double rate(Partner partner) {
    return rates.get(partner).perSecond();
  }
}
