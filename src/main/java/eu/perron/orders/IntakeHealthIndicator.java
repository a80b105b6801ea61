package eu.perron.orders;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy is a node that takes orders. */
@Component
class IntakeHealthIndicator implements HealthIndicator {
  private final Capacity capacity;

  IntakeHealthIndicator(Capacity capacity) {
    this.capacity = capacity;
  }

  @Override
  public Health health() {
    return capacity.isFull()
        ? Health.outOfService().withDetail("reason", "full").build()
        : Health.up().build();
  }
}
