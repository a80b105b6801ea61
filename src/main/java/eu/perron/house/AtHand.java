package eu.perron.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The orders that the running transaction has read: one that goes through several steps in it is
 * read once, and so are its lines and parcels. Gone with the transaction.
 */
class OrdersAtHand {
  Optional<Order> find(String number, Supplier<Optional<Order>> reading) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return reading.get();
    }
    Map<String, Order> atHand = atHand();
    Order known = atHand.get(number);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Order> found = reading.get();
    found.ifPresent(order -> atHand.put(number, order));
    return found;
  }

  /** They were changed. */
  void forget(Collection<String> numbers) {
    if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> atHand) {
      atHand.keySet().removeAll(numbers);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Order> atHand() {
    Map<String, Order> bound =
        (Map<String, Order>) TransactionSynchronizationManager.getResource(this);
    if (bound == null) {
      bound = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, bound);
      TransactionSynchronizationManager.registerSynchronization(new Ending(bound));
    }
    return bound;
  }

  private final class Ending implements TransactionSynchronization {
    private final Map<String, Order> bound;

    Ending(Map<String, Order> bound) {
      this.bound = bound;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(OrdersAtHand.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(OrdersAtHand.this, bound);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(OrdersAtHand.this);
    }
  }
}
