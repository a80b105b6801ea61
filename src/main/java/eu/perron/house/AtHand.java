package eu.perron.house;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction has read: who goes through several steps in it is read once. Gone
 * with the transaction; whoever changes one makes it forgotten.
 */
public final class AtHand<K, V> {
  private final Function<V, K> key;

  public AtHand(Function<V, K> key) {
    this.key = key;
  }

  /** Reads it if it is not at hand; outside a transaction that writes, always. */
  public Optional<V> find(K wanted, Supplier<Optional<V>> reading) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return reading.get();
    }
    Optional<V> known = look(wanted);
    if (known.isPresent()) {
      return known;
    }
    Optional<V> found = reading.get();
    found.ifPresent(value -> bound().put(wanted, value));
    return found;
  }

  /** Empty if it is not at hand; nothing is read. */
  public Optional<V> look(K wanted) {
    return TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?>
        ? Optional.ofNullable(bound().get(wanted))
        : Optional.empty();
  }

  /** Reads those together that are not at hand yet, if they are more than one. */
  public void layOut(Collection<K> wanted, Function<List<K>, List<V>> reading) {
    Map<K, V> bound = bound();
    List<K> missing = wanted.stream().distinct().filter(one -> !bound.containsKey(one)).toList();
    if (missing.size() > 1) {
      reading.apply(missing).forEach(value -> bound.put(key.apply(value), value));
    }
  }

  /** Was changed and written by the running transaction; nothing if it was not at hand. */
  public void replace(K changed, UnaryOperator<V> change) {
    look(changed).ifPresent(known -> bound().put(changed, change.apply(known)));
  }

  public void forget(Collection<K> changed) {
    if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> bound) {
      bound.keySet().removeAll(changed);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<K, V> bound() {
    Map<K, V> bound = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    if (bound == null) {
      bound = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, bound);
      TransactionSynchronizationManager.registerSynchronization(new Ending(bound));
    }
    return bound;
  }

  private final class Ending implements TransactionSynchronization {
    private final Map<K, V> bound;

    Ending(Map<K, V> bound) {
      this.bound = bound;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(AtHand.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AtHand.this, bound);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(AtHand.this);
    }
  }
}
