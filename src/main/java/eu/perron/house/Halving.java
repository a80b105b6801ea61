package eu.perron.house;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does tens of things in one transaction; if one of them fails, halves the batch until the culprit
 * stands alone, and the rest goes on.
 */
@Component
public class Halving {
  private final TransactionTemplate alone;

  Halving(PlatformTransactionManager transactions) {
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What to do with the one that failed, in a transaction of its own. */
  public interface Culprit<T> {
    void stands(T item, RuntimeException why);
  }

  /**
   * @throws RuntimeException if the database is gone: all of the batch is left as it is
   */
  public <T> void each(List<T> batch, Consumer<List<T>> work, Culprit<T> culprit) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      alone.executeWithoutResult(transaction -> work.accept(batch));
    } catch (RuntimeException failure) {
      if (DatabaseGone.explains(failure)) {
        throw failure;
      }
      if (batch.size() == 1) {
        alone.executeWithoutResult(transaction -> culprit.stands(batch.get(0), failure));
      } else {
        int half = batch.size() / 2;
        each(batch.subList(0, half), work, culprit);
        each(batch.subList(half, batch.size()), work, culprit);
      }
    }
  }
}
