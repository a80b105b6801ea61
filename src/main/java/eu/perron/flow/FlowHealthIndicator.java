package eu.perron.flow;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether orders have a process to go through. */
@Component
class FlowHealthIndicator extends AbstractHealthIndicator {
  private final Processes processes;

  FlowHealthIndicator(Processes processes) {
    this.processes = processes;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    if (processes.isDeployed(Starter.FULFILMENT)) {
      builder.up();
    } else {
      builder.down().withDetail("reason", "No process 'fulfilment' is deployed; /studio says why");
    }
  }
}
