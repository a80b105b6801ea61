package eu.perron.house;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows of one kind that the many acts of a transaction bring are written together, at its end.
 * Nobody in that transaction may look for them before.
 */
public final class Gathered<T> {
  private final Consumer<List<T>> writer;

  public Gathered(Consumer<List<T>> writer) {
    this.writer = writer;
  }

  /** Outside a transaction it is written at once. */
  public void add(T row) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      current().add(row);
    } else {
      writer.accept(List.of(row));
    }
  }

  private Waiting<T> current() {
    for (TransactionSynchronization known :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (known instanceof Waiting<?> waiting && waiting.owner == this) {
        @SuppressWarnings("unchecked")
        Waiting<T> ours = (Waiting<T>) waiting;
        return ours;
      }
    }
    Waiting<T> fresh = new Waiting<>(this);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  private static final class Waiting<T> implements TransactionSynchronization {
    private final Gathered<T> owner;
    private List<T> rows = new ArrayList<>();
    private boolean ending;

    Waiting(Gathered<T> owner) {
      this.owner = owner;
    }

    void add(T row) {
      rows.add(row);
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
     * Still before the commit: for what somebody else's last act brought, after our turn had been
     * missed.
     */
    @Override
    public void beforeCompletion() {
      write();
    }

    private void write() {
      if (!rows.isEmpty()) {
        List<T> now = rows;
        rows = new ArrayList<>();
        owner.writer.accept(now);
      }
    }
  }
}
