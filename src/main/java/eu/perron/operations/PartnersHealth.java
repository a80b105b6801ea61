package eu.perron.operations;

import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerHealth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Each partner's circuit, or that a person declared it down. An ill partner is told and does not
 * make us unhealthy: orders are taken all the same, and its work queues. {@code ILL} is therefore
 * no status of Spring's own order, which the aggregate would follow.
 */
@Component("partners")
class PartnersHealth extends AbstractHealthIndicator {
  private static final Status ILL = new Status("ILL");
  private final PartnerHealth health;

  PartnersHealth(PartnerHealth health) {
    this.health = health;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    boolean allWell = true;
    for (Partner partner : Partner.values()) {
      String state = health.state(partner);
      builder.withDetail(partner.id(), state);
      allWell &= state.equals("CLOSED");
    }
    builder.status(allWell ? Status.UP : ILL);
  }
}
