package eu.perron.flow;

import eu.perron.freight.Freight;
import eu.perron.imports.Imports;
import eu.perron.orders.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What of a flight still lies in temporary storage: presented, and neither decided by customs nor
 * gone with its order. Freight knows what was presented, imports what was decided; they do not know
 * each other.
 */
@Component
class TemporaryStorage {
  private static final Logger log = LoggerFactory.getLogger(TemporaryStorage.class);

  private final Freight freight;
  private final Imports imports;
  private final Orders orders;
  private final Answers answers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  TemporaryStorage(
      Freight freight,
      Imports imports,
      Orders orders,
      Answers answers,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.freight = freight;
    this.imports = imports;
    this.orders = orders;
    this.answers = answers;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The timeline of what still lies there says by when it must be out. */
  void warn(String consignment) {
    imports.warnOfStorage(stillThere(consignment));
  }

  /** One wait for each flight; most of them are told by one look at an index that some are open. */
  @Scheduled(fixedDelayString = "${perron.flow.storage-every:5000}")
  void tellTheEmpty() {
    List<String> waiting =
        jdbc.sql(
                "SELECT business_key FROM flow_wait WHERE process = :process AND activity ="
                    + " :activity")
            .param("process", Consignment.STORAGE.process())
            .param("activity", Consignment.STORAGE.activity())
            .query(String.class)
            .list();
    for (String consignment : waiting) {
      try {
        transaction.executeWithoutResult(
            running -> {
              if (!imports.isOpenOn(consignment) && stillThere(consignment).isEmpty()) {
                answers.give(Consignment.STORAGE, consignment, "EMPTY");
              }
            });
      } catch (TransientDataAccessException later) {
        log.debug("Consignment {} was busy, the next look sees it again", consignment, later);
      }
    }
  }

  private List<String> stillThere(String consignment) {
    List<String> there = new ArrayList<>(freight.presentOrders(consignment));
    Set<String> decided = imports.decidedOn(consignment);
    there.removeIf(decided::contains);
    return there.isEmpty() ? there : orders.stillOpen(there);
  }
}
