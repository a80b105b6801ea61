package eu.perron.exchange;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether each partner is well, as this node sees it: a circuit that opens while a partner is ill.
 */
@Component
public class PartnerHealth {
  private final CircuitBreakerRegistry circuits =
      CircuitBreakerRegistry.of(
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(5)
              .failureRateThreshold(50)
              .waitDurationInOpenState(Duration.ofSeconds(10))
              .automaticTransitionFromOpenToHalfOpenEnabled(true)
              .permittedNumberOfCallsInHalfOpenState(3)
              .ignoreExceptions(PartnerRefused.class)
              .build());

  CircuitBreaker circuit(Partner partner) {
    return circuits.circuitBreaker(partner.id());
  }

  private final PartnerSwitch switches;

  PartnerHealth(PartnerSwitch switches) {
    this.switches = switches;
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
    return circuit(partner).getState() != CircuitBreaker.State.OPEN;
  }
}
