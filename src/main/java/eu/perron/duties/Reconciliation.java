package eu.perron.duties;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.duties.DebitReader.Debit;
import eu.perron.duties.Difference.Kind;
import eu.perron.orders.Orders;
import eu.perron.trade.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Order, declaration and customs' debit side by side; what does not agree is for a person. */
@Component
@Transactional
public class Reconciliation {
  private static final int MOST_MISSING = 1000;
  private final JdbcClient jdbc;
  private final Differences differences;
  private final Duties duties;
  private final Law law;
  private final Orders orders;
  private final Audit audit;
  private final Clock clock;

  Reconciliation(
      JdbcClient jdbc,
      Differences differences,
      Duties duties,
      Law law,
      Orders orders,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.differences = differences;
    this.duties = duties;
    this.law = law;
    this.orders = orders;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param agreed debits that are what we reckoned
   * @param differing new differences
   */
  public record Result(int debits, int agreed, int differing) {}

  private record Debt(
      String lrn,
      String orderNumber,
      String declaration,
      String procedure,
      LocalDate acceptedOn,
      BigDecimal duty,
      BigDecimal vat,
      BigDecimal fees,
      BigDecimal debited,
      boolean isVoid) {
    BigDecimal owed() {
      return duty.add(vat).add(fees);
    }
  }

  /**
   * Keeps customs' file as it is and compares each line of it.
   *
   * @throws UnreadableDebits if it cannot be taken, or was taken before
   */
  public Result compare(String name, byte[] content, String who) {
    List<Debit> debits = DebitReader.read(content);
    String file = Ids.next();
    keep(file, name, content, who, debits.size());
    int agreed = 0;
    int differing = 0;
    for (Debit debit : debits) {
      boolean agrees = compare(debit, file);
      agreed += agrees ? 1 : 0;
      differing += agrees ? 0 : 1;
    }
    LocalDate newest =
        debits.stream().map(Debit::debitedOn).max(Comparator.naturalOrder()).orElseThrow();
    differing += missing(newest);
    audit.record(
        List.of(
            Entry.of(Act.TABLE_CHANGED)
                .by(who)
                .on("ledger_debit")
                .after(Map.of("file", RateImports.named(name), "debits", debits.size()))));
    return new Result(debits.size(), agreed, differing);
  }

  private void keep(String id, String name, byte[] content, String who, int debits) {
    try {
      jdbc.sql(
              "INSERT INTO debit_file (id, name, sha256, content, read_at, read_by, debits) "
                  + "VALUES (:id, :name, :sha256, :content, :now, :who, :debits)")
          .param("id", id)
          .param("name", RateImports.named(name))
          .param("sha256", RateImports.digest(content))
          .param("content", content)
          .param(
              "now",
              LocalDateTime.ofInstant(
                  clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
          .param("who", who)
          .param("debits", debits)
          .update();
    } catch (DuplicateKeyException again) {
      throw new UnreadableDebits("This very file was taken before: its debits count already.");
    }
  }

  private boolean compare(Debit debit, String file) {
    jdbc.sql(
            "INSERT INTO ledger_debit (file_id, line, mrn, debited_on, duty, vat, fees) VALUES"
                + " (:file, :line, :mrn, :day, :duty, :vat, :fees)")
        .param("file", file)
        .param("line", debit.line())
        .param("mrn", debit.mrn())
        .param("day", debit.debitedOn())
        .param("duty", debit.duty())
        .param("vat", debit.vat())
        .param("fees", debit.fees())
        .update();
    Optional<Debt> owed = lock(debit.mrn());
    if (owed.isEmpty()) {
      differences.put(
          Kind.UNKNOWN_MRN,
          debit.mrn(),
          null,
          null,
          null,
          debit.total(),
          "No declaration of ours has this MRN.");
      return false;
    }
    Debt debt = owed.get();
    jdbc.sql("UPDATE ledger_debt SET debited = COALESCE(debited, 0) + :total WHERE lrn = :lrn")
        .param("total", debit.total())
        .param("lrn", debt.lrn())
        .update();
    if (debt.isVoid()) {
      return differs(
          Kind.VOID_DEBITED, debit, debt, BigDecimal.ZERO, "The declaration was undone.");
    }
    if (debt.debited() != null) {
      return differs(Kind.TWICE, debit, debt, debt.owed(), "It was debited before.");
    }
    if (debit.duty().compareTo(debt.duty()) != 0
        || debit.vat().compareTo(debt.vat()) != 0
        || debit.fees().compareTo(debt.fees()) != 0) {
      return differs(
          Kind.AMOUNT,
          debit,
          debt,
          debt.owed(),
          "Reckoned: duty %s, VAT %s, fees %s. Debited: duty %s, VAT %s, fees %s."
              .formatted(
                  debt.duty(), debt.vat(), debt.fees(), debit.duty(), debit.vat(), debit.fees()));
    }
    return agreesWithTheOrder(debit, debt);
  }

  /** The third side: an order that was corrected after acceptance would owe something else. */
  private boolean agreesWithTheOrder(Debit debit, Debt debt) {
    Optional<BigDecimal> now =
        orders
            .find(debt.orderNumber())
            .map(
                order ->
                    duties
                        .landedCost(order, debt.acceptedOn(), debt.declaration(), debt.procedure())
                        .payableAtImport());
    if (now.isEmpty() || now.get().compareTo(debt.owed()) == 0) {
      return true;
    }
    differences.put(
        Kind.ORDER_CHANGED,
        debit.mrn(),
        debt.lrn(),
        debt.orderNumber(),
        debt.owed(),
        now.get(),
        "The order as it stands now would owe this; the declaration was accepted before it was"
            + " changed.");
    return false;
  }

  private boolean differs(Kind kind, Debit debit, Debt debt, BigDecimal expected, String what) {
    differences.put(
        kind, debit.mrn(), debt.lrn(), debt.orderNumber(), expected, debit.total(), what);
    return false;
  }

  private Optional<Debt> lock(String mrn) {
    return jdbc.sql("SELECT * FROM ledger_debt WHERE mrn = :mrn ORDER BY void LIMIT 1 FOR UPDATE")
        .param("mrn", mrn)
        .query(
            (row, number) ->
                new Debt(
                    row.getString("lrn"),
                    row.getString("order_number"),
                    row.getString("declaration"),
                    row.getString("additional_procedure"),
                    row.getObject("accepted_on", LocalDate.class),
                    row.getBigDecimal("duty"),
                    row.getBigDecimal("vat_at_import"),
                    row.getBigDecimal("fees"),
                    row.getBigDecimal("debited"),
                    row.getBoolean("void")))
        .optional();
  }

  /** What should stand in customs' files by now and does not. */
  private int missing(LocalDate newest) {
    int days = Integer.parseInt(law.practice("debitWithinDays", "EU", newest).value());
    List<Map<String, Object>> missing =
        jdbc.sql(
                "SELECT lrn, mrn, order_number, duty + vat_at_import + fees AS owed FROM"
                    + " ledger_debt WHERE debited IS NULL AND NOT void AND accepted_on < :before"
                    + " AND duty + vat_at_import + fees > 0 AND NOT EXISTS (SELECT 1 FROM"
                    + " ledger_difference f WHERE f.lrn = ledger_debt.lrn AND f.kind ="
                    + " 'NOT_DEBITED') ORDER BY accepted_on LIMIT :most")
            .param("before", newest.minusDays(days))
            .param("most", MOST_MISSING)
            .query()
            .listOfRows();
    for (Map<String, Object> debt : missing) {
      differences.put(
          Kind.NOT_DEBITED,
          (String) debt.get("mrn"),
          (String) debt.get("lrn"),
          (String) debt.get("order_number"),
          (BigDecimal) debt.get("owed"),
          BigDecimal.ZERO,
          "Accepted more than %d days before the newest debit of %s.".formatted(days, newest));
    }
    return missing.size();
  }

  @Transactional(readOnly = true)
  public List<Difference> open(int most) {
    return differences.open(most);
  }

  @Transactional(readOnly = true)
  public List<Difference> decided(int most) {
    return differences.decided(most);
  }

  @Transactional(readOnly = true)
  public int countOpen() {
    return differences.countOpen();
  }

  /**
   * @return false if somebody decided before
   */
  public boolean decide(String id, Difference.Decision decision, String note, String who) {
    boolean mine = differences.decide(id, decision, note, who);
    if (mine) {
      audit.record(
          List.of(
              Entry.of(Act.CORRECTED)
                  .by(who)
                  .on("ledger_difference " + id)
                  .after(Map.of("decision", decision.name(), "note", note))));
    }
    return mine;
  }
}
