package eu.perron.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How the trail is. A damaged one does not take the node out of service: {@code ALARM} is no status
 * of Spring's own order, which the aggregate would follow.
 */
@Component
class AuditHealthIndicator extends AbstractHealthIndicator {
  private static final Status ALARM = new Status("ALARM");
  private static final Duration SOON = Duration.ofMinutes(1);
  private final AuditChecks checks;
  private final Clock clock;

  AuditHealthIndicator(AuditChecks checks, Clock clock, MeterRegistry meters) {
    this.checks = checks;
    this.clock = clock;
    gauge(meters, "perron.audit.entries", "Sealed entries", one -> one.checks.now().number());
    gauge(
        meters,
        "perron.audit.waiting",
        "Entries not yet sealed",
        one -> one.checks.now().waiting());
    gauge(
        meters,
        "perron.audit.whole",
        "1: the last verification found the trail whole, and no damage was seen since",
        one -> one.isWhole() ? 1 : 0);
    gauge(
        meters,
        "perron.audit.verified.seconds",
        "When it was last verified, in seconds since 1970",
        one ->
            one.checks
                .last()
                .map(last -> last.verifiedAt().toEpochSecond(ZoneOffset.UTC))
                .orElse(0L));
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      String what,
      ToDoubleFunction<AuditHealthIndicator> value) {
    Gauge.builder(name, this, value).description(what).strongReference(true).register(meters);
  }

  private boolean isWhole() {
    return checks.last().map(AuditChecks.LastCheck::isWhole).orElse(true)
        && checks.now().trouble().isEmpty();
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    AuditChecks.Now now = checks.now();
    builder.withDetail("entries", now.number()).withDetail("waiting", now.waiting());
    now.trouble().ifPresent(trouble -> builder.withDetail("trouble", trouble));
    checks
        .last()
        .ifPresent(
            last ->
                builder
                    .withDetail("verified", last.verifiedAt() + "Z")
                    .withDetail("found", last.words()));
    builder.status(isWhole() && isSealedSoon(now) ? Status.UP : ALARM);
  }

  private boolean isSealedSoon(AuditChecks.Now now) {
    return now.oldestWaiting() == null
        || now.oldestWaiting()
            .isAfter(LocalDateTime.ofInstant(clock.instant().minus(SOON), ZoneOffset.UTC));
  }
}
