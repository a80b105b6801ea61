package eu.perron.flow;

import eu.perron.exchange.Backlog;
import eu.perron.house.DatabaseGone;
import eu.perron.orders.Orders;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes accepted orders and starts their fulfilment, tens in a transaction; intake never waits for
 * the flow. While we come after what partners tell us, nothing is started: what is under way goes
 * first, accepted orders wait, and intake says so when too many do.
 */
@Component
class Starter {
  static final String FULFILMENT = "fulfilment";
  private static final int BATCH = 50;
  private final Orders orders;
  private final Processes processes;
  private final Incidents incidents;
  private final Backlog backlog;
  private final TransactionTemplate transaction;

  Starter(
      Orders orders,
      Processes processes,
      Incidents incidents,
      Backlog backlog,
      PlatformTransactionManager transactions) {
    this.orders = orders;
    this.processes = processes;
    this.incidents = incidents;
    this.backlog = backlog;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "${perron.flow.start-every:200}")
  void startAccepted() {
    if (processes.isDeployed(FULFILMENT)) {
      int started = BATCH;
      while (started == BATCH && !backlog.isBehind()) {
        started = startBatch(BATCH);
      }
    }
  }

  /** The oldest come first, so that halving the batch finds the one that fails. */
  private int startBatch(int most) {
    AtomicReference<List<String>> taken = new AtomicReference<>(List.of());
    try {
      transaction.executeWithoutResult(
          running -> {
            taken.set(orders.takeAccepted(most));
            orders.layOut(taken.get());
            processes.startAll(FULFILMENT, taken.get());
          });
    } catch (RuntimeException failure) {
      if (DatabaseGone.explains(failure)) {
        throw failure;
      }
      if (taken.get().size() > 1) {
        startBatch(taken.get().size() / 2);
      } else {
        setAside(failure);
      }
      return most;
    }
    return taken.get().size();
  }

  private void setAside(RuntimeException failure) {
    transaction.executeWithoutResult(
        running -> {
          for (String culprit : orders.takeAccepted(1)) {
            incidents.startFailed(FULFILMENT, culprit, failure);
          }
        });
  }
}
