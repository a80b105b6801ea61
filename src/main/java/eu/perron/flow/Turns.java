package eu.perron.flow;

import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives the turn of the running transaction, and closes it before the commit. */
@Component
class Turns {
  private final TurnBook book;

  Turns(TurnBook book) {
    this.book = book;
  }

  Turn current() {
    Turn turn = (Turn) TransactionSynchronizationManager.getResource(this);
    if (turn == null) {
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        throw new IllegalStateException("Processes move only inside a transaction");
      }
      turn = new Turn();
      TransactionSynchronizationManager.bindResource(this, turn);
      TransactionSynchronizationManager.registerSynchronization(new Closing(turn));
    }
    return turn;
  }

  private final class Closing implements TransactionSynchronization {
    private final Turn turn;

    Closing(Turn turn) {
      this.turn = turn;
    }

    /** Before what others gathered is written: moving on, the processes bring more of it. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      book.close(turn);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Turns.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Turns.this, turn);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Turns.this);
      MDC.remove("order");
    }
  }
}
