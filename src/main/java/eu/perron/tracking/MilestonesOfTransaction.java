package eu.perron.tracking;

import eu.perron.trade.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tens of orders move in a transaction: their milestones are written together, at its end. */
final class MilestonesOfTransaction implements TransactionSynchronization {
  private final Consumer<List<Milestone>> writer;
  private List<Milestone> waiting = new ArrayList<>();
  private boolean ending;

  private MilestonesOfTransaction(Consumer<List<Milestone>> writer) {
    this.writer = writer;
  }

  static MilestonesOfTransaction current(Consumer<List<Milestone>> writer) {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(MilestonesOfTransaction.class::isInstance)
        .map(MilestonesOfTransaction.class::cast)
        .findFirst()
        .orElseGet(
            () -> {
              MilestonesOfTransaction fresh = new MilestonesOfTransaction(writer);
              TransactionSynchronizationManager.registerSynchronization(fresh);
              return fresh;
            });
  }

  void add(Milestone milestone) {
    waiting.add(milestone);
    if (ending) {
      write();
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    write();
    ending = true;
  }

  /**
   * Still before the commit: for what was told by somebody else's last act, after our turn had been
   * missed.
   */
  @Override
  public void beforeCompletion() {
    write();
  }

  private void write() {
    if (!waiting.isEmpty()) {
      List<Milestone> now = waiting;
      waiting = new ArrayList<>();
      writer.accept(now);
    }
  }
}
