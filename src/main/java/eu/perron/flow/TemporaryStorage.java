package eu.perron.flow;

import eu.perron.freight.AirConsignment;
import eu.perron.freight.Freight;
import eu.perron.freight.House;
import eu.perron.imports.Imports;
import eu.perron.imports.StorageDeclarations;
import eu.perron.imports.StoredHouse;
import eu.perron.orders.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * What of a flight is presented to Belgian customs, and what of it still lies in temporary storage:
 * presented, and neither decided by customs nor gone with its order. Freight knows what was
 * presented, imports what was decided; they do not know each other.
 */
@Component
class TemporaryStorage {
  private static final Logger log = LoggerFactory.getLogger(TemporaryStorage.class);

  private final Freight freight;
  private final Imports imports;
  private final StorageDeclarations declarations;
  private final Lanes lanes;
  private final Orders orders;
  private final Answers answers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  TemporaryStorage(
      Freight freight,
      Imports imports,
      StorageDeclarations declarations,
      Lanes lanes,
      Orders orders,
      Answers answers,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.freight = freight;
    this.imports = imports;
    this.declarations = declarations;
    this.lanes = lanes;
    this.orders = orders;
    this.answers = answers;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Presents a flight where it enters the Union; elsewhere there is nobody to tell. */
  void lodge(String consignment) {
    entering(consignment)
        .ifPresent(
            landed ->
                declarations.lodge(
                    consignment, landed.awb(), houses(freight.presented(consignment))));
  }

  /** A parcel that was missing has followed the others. */
  void lodgeFound(String orderNumber) {
    String consignment = freight.consignmentNumberOf(orderNumber).orElseThrow();
    entering(consignment)
        .ifPresent(
            landed ->
                declarations.lodge(
                    consignment,
                    landed.awb(),
                    houses(freight.house(orderNumber).stream().toList())));
  }

  void lodgeAgain(String consignment) {
    declarations.lodgeAgain(consignment);
  }

  private Optional<AirConsignment> entering(String consignment) {
    return freight
        .consignment(consignment)
        .filter(landed -> lanes.importsBy(landed.route(), ImportBe.PROCESS));
  }

  private static List<StoredHouse> houses(List<House> presented) {
    return presented.stream()
        .map(
            house ->
                new StoredHouse(
                    house.orderNumber(),
                    house.pieces(),
                    house.weightKg(),
                    house.goods(),
                    house.mrn()))
        .toList();
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
