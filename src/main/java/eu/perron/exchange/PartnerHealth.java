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

  /** CLOSED: well; OPEN: ill, work queues; HALF_OPEN: being tried. */
  public String state(Partner partner) {
    return circuit(partner).getState().name();
  }

  public boolean isWell(Partner partner) {
    return circuit(partner).getState() != CircuitBreaker.State.OPEN;
  }
}
