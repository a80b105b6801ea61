package eu.perron.exchange;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A question to a partner that is no letter: unanswered it is forgotten. It keeps to the partner's
 * budget and is not put to one that is ill or declared down.
 */
@Component
public class Enquiry {
  private final Transport transport;
  private final PartnerHealth health;
  private final Budget budget;
  private final TransactionTemplate transaction;

  Enquiry(
      Transport transport,
      PartnerHealth health,
      Budget budget,
      PlatformTransactionManager transactions) {
    this.transport = transport;
    this.health = health;
    this.budget = budget;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Whether a question may be put now; it may still come to nothing. */
  public boolean isWelcome(Partner partner) {
    return health.state(partner).equals("CLOSED");
  }

  /**
   * @return nothing if the partner is ill, declared down, or its budget is spent at this moment
   * @throws PartnerRefused if the partner will not answer
   * @throws PartnerUnavailable if it cannot
   */
  public Optional<Reply> ask(OutgoingMessage question) {
    Partner partner = question.partner();
    Budget.Slots slot = transaction.execute(running -> slot(partner));
    if (slot.number() == 0) {
      return Optional.empty();
    }
    LockSupport.parkNanos(slot.first().toNanos());
    try {
      return Optional.of(health.circuit(partner).executeSupplier(() -> transport.carry(question)));
    } catch (CallNotPermittedException ill) {
      return Optional.empty();
    }
  }

  private Budget.Slots slot(Partner partner) {
    Budget.Slots slots = budget.slots(partner, Math.min(1, health.letsThrough(partner, 0)));
    budget.spend(slots, slots.number());
    return slots;
  }
}
