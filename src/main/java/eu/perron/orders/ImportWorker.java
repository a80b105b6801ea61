package eu.perron.orders;

import eu.perron.house.InputError;
import eu.perron.orders.OrderImports.Tally;
import eu.perron.orders.OrderImports.Work;
import eu.perron.orders.RefusedRow.CellError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the files, tens of orders in a transaction; how far it is stands in the database, so a
 * crash costs nothing.
 */
@Component
class ImportWorker {
  private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
  private static final int BATCH = 50;

  private final OrderImports imports;
  private final OrderReader reader;
  private final Intake intake;
  private final Capacity capacity;
  private final TransactionTemplate transaction;

  ImportWorker(
      OrderImports imports,
      OrderReader reader,
      Intake intake,
      Capacity capacity,
      PlatformTransactionManager transactions) {
    this.imports = imports;
    this.reader = reader;
    this.intake = intake;
    this.capacity = capacity;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "${perron.intake.import-every:250}")
  void work() {
    boolean more;
    do {
      more = !capacity.isFull() && workBatch();
    } while (more);
  }

  /** False if there is nothing to do, or nothing can be done now. */
  private boolean workBatch() {
    AtomicReference<Work> taken = new AtomicReference<>();
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              running -> {
                Optional<Work> work = imports.next();
                work.ifPresent(taken::set);
                work.ifPresent(each -> take(each, BATCH));
                return work.isPresent();
              }));
    } catch (RuntimeException failure) {
      return taken.get() != null && oneByOne(taken.get());
    }
  }

  /** Somebody placed one of them meanwhile, or one cannot be stored: the others must not suffer. */
  private boolean oneByOne(Work batch) {
    for (int i = 0; i < BATCH; i++) {
      try {
        transaction.executeWithoutResult(
            running -> imports.next(batch.id()).ifPresent(work -> take(work, 1)));
      } catch (NonTransientDataAccessException notStorable) {
        log.warn("An order of import {} cannot be stored", batch.id(), notStorable);
        transaction.executeWithoutResult(
            running -> imports.next(batch.id()).ifPresent(this::refuseNext));
      } catch (RuntimeException later) {
        log.warn("Import {} waits for its next turn", batch.id(), later);
        return false;
      }
    }
    return true;
  }

  private void take(Work work, int most) {
    List<RefusedRow> refused = new ArrayList<>();
    Map<OrderRequest, List<ImportRow>> good = new LinkedHashMap<>();
    int refusedOrders = 0;
    for (List<ImportRow> rows : ordersIn(imports.rows(work, most))) {
      Optional<OrderRequest> request = read(rows, refused);
      if (request.isPresent()) {
        good.put(request.get(), rows);
      } else {
        refusedOrders++;
      }
    }
    int accepted = 0;
    int repeated = 0;
    List<OrderRequest> requests = List.copyOf(good.keySet());
    List<Acceptance> answers = intake.placeAll(work.sellerId(), requests);
    for (int i = 0; i < answers.size(); i++) {
      switch (answers.get(i).kind()) {
        case NEW -> accepted++;
        case REPEATED -> repeated++;
        case REFERENCE_TAKEN -> {
          refusedOrders++;
          refuse(
              good.get(requests.get(i)),
              Map.of(
                  0,
                  List.of(
                      new CellError(
                          "reference",
                          "reference-taken",
                          "Under this reference you gave us other content."))),
              refused);
        }
      }
    }
    imports.refuse(work.id(), refused);
    imports.advance(work, most, new Tally(accepted, repeated, refusedOrders, refused.size()));
  }

  private void refuseNext(Work work) {
    List<RefusedRow> refused = new ArrayList<>();
    refuse(
        imports.rows(work, 1),
        Map.of(
            0,
            List.of(new CellError("reference", "not-storable", "This order could not be stored."))),
        refused);
    imports.refuse(work.id(), refused);
    imports.advance(work, 1, new Tally(0, 0, 1, refused.size()));
  }

  private static Iterable<List<ImportRow>> ordersIn(List<ImportRow> rows) {
    Map<Integer, List<ImportRow>> orders = new TreeMap<>();
    rows.forEach(row -> orders.computeIfAbsent(row.orderNo(), fresh -> new ArrayList<>()).add(row));
    return orders.values();
  }

  private Optional<OrderRequest> read(List<ImportRow> rows, List<RefusedRow> refused) {
    Map<Integer, List<CellError>> errors = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).cells() == null) {
        note(errors, i, new CellError(null, "columns", rows.get(i).problem()));
      }
    }
    if (errors.isEmpty()) {
      checkSameOrder(rows, errors);
      Findings findings = new Findings();
      OrderRequest request =
          reader.read(ImportColumns.order(rows.stream().map(ImportRow::cells).toList()), findings);
      for (InputError each : findings.wrong()) {
        note(
            errors,
            ImportColumns.rowOf(each.pointer()),
            new CellError(ImportColumns.columnOf(each.pointer()), each.code(), each.message()));
      }
      if (errors.isEmpty()) {
        return Optional.of(request);
      }
    }
    refuse(rows, errors, refused);
    return Optional.empty();
  }

  /** Every row of an order repeats what concerns the order as a whole. */
  private static void checkSameOrder(List<ImportRow> rows, Map<Integer, List<CellError>> errors) {
    ImportRow first = rows.get(0);
    for (int i = 1; i < rows.size(); i++) {
      for (String column : ImportColumns.ofOrder()) {
        if (!Objects.equals(first.cells().get(column), rows.get(i).cells().get(column))) {
          note(
              errors,
              i,
              new CellError(
                  column,
                  "differs",
                  "Row %d of the same order says otherwise.".formatted(first.rowNo())));
        }
      }
    }
  }

  /** An order is taken whole or not at all: rows without a fault of their own are named too. */
  private static void refuse(
      List<ImportRow> rows, Map<Integer, List<CellError>> errors, List<RefusedRow> refused) {
    int culprit = rows.get(errors.keySet().iterator().next()).rowNo();
    for (int i = 0; i < rows.size(); i++) {
      ImportRow row = rows.get(i);
      refused.add(
          RefusedRow.of(
              row.rowNo(),
              row.reference(),
              errors.getOrDefault(
                  i,
                  List.of(
                      new CellError(
                          "reference",
                          "order-refused",
                          "Row %d of the same order was refused.".formatted(culprit))))));
    }
  }

  private static void note(Map<Integer, List<CellError>> errors, int row, CellError error) {
    errors.computeIfAbsent(row, fresh -> new ArrayList<>()).add(error);
  }
}
