package eu.perron.exchange;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether each partner is well, as this node sees it: a circuit that opens while a partner is ill,
 * and lets a few through now and then to see whether it is well again.
 */
@Component
public class PartnerHealth {
  private static final int TRIED_AT_ONCE = 3;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** Most illnesses are short: one that is well again should not wait for us. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(10);
  private final CircuitBreakerRegistry circuits =
      CircuitBreakerRegistry.of(
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(5)
              .failureRateThreshold(50)
              .waitIntervalFunctionInOpenState(
                  IntervalFunction.ofExponentialBackoff(SOON, 2, AT_LEAST_EVERY))
              .automaticTransitionFromOpenToHalfOpenEnabled(true)
              .permittedNumberOfCallsInHalfOpenState(TRIED_AT_ONCE)
              .ignoreExceptions(PartnerRefused.class)
              .build());
  private final Set<Partner> back = ConcurrentHashMap.newKeySet();
  private final Map<Partner, Instant> lastWell = new ConcurrentHashMap<>();
  private final PartnerSwitch switches;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  PartnerHealth(PartnerSwitch switches, JdbcTemplate jdbc, Clock clock) {
    this.switches = switches;
    this.jdbc = jdbc;
    this.clock = clock;
    for (Partner partner : Partner.values()) {
      circuit(partner)
          .getEventPublisher()
          .onStateTransition(
              change -> {
                if (change.getStateTransition().getToState() == State.CLOSED) {
                  back.add(partner);
                }
              });
    }
  }

  CircuitBreaker circuit(Partner partner) {
    return circuits.circuitBreaker(partner.id());
  }

  /** CLOSED: well; OPEN: ill, work queues; HALF_OPEN: being tried. */
  public String circuitState(Partner partner) {
    return circuit(partner).getState().name();
  }

  /** As {@link #circuitState}, or DOWN_DECLARED: a person said so, whatever the circuit thinks. */
  public String state(Partner partner) {
    return switches.isDeclaredDown(partner) ? "DOWN_DECLARED" : circuitState(partner);
  }

  /** Whether its circuit lets messages through. */
  public boolean isWell(Partner partner) {
    return circuit(partner).getState() != State.OPEN;
  }

  /** Well, and not only being tried. */
  public boolean isBeyondDoubt(Partner partner) {
    return circuit(partner).getState() == State.CLOSED;
  }

  /** How many more calls may begin beside those that run, as its circuit stands. */
  int letsThrough(Partner partner, int running) {
    return switch (circuit(partner).getState()) {
      case OPEN, FORCED_OPEN -> 0;
      case HALF_OPEN -> running == 0 ? TRIED_AT_ONCE : 0;
      default -> Integer.MAX_VALUE;
    };
  }

  /** It came back: what waited for its next try need wait no longer. */
  boolean isBack(Partner partner) {
    return back.contains(partner);
  }

  void welcomed(Partner partner) {
    back.remove(partner);
  }

  @EventListener
  void on(PartnerDeclaredUp news) {
    back.add(news.partner());
  }

  /**
   * It took something. Kept for all nodes, not more often than every second; outside any
   * transaction, since whoever takes messages holds the row.
   */
  void tookSomething(Partner partner) {
    Instant now = clock.instant();
    Instant last = lastWell.get(partner);
    if (last == null || last.plus(MOMENT).isBefore(now)) {
      lastWell.put(partner, now);
      jdbc.update(
          "UPDATE exchange_partner SET well_at = ? WHERE partner = ?",
          Timestamp.from(now),
          partner.id());
    }
  }
}
