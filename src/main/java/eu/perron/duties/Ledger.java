package eu.perron.duties;

import eu.perron.orders.Order;
import eu.perron.trade.Liege;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is owed and paid, per declaration and per IOSS number. */
@Component
@Transactional
public class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Enters a debt, or what it is after all. */
  public void owe(Order order, String lrn, String mrn, LandedCost cost) {
    boolean ioss =
        cost.payableAtCheckout().signum() > 0 || Circumstances.isIoss(cost.additionalProcedure());
    int touched =
        jdbc.sql(
                "INSERT INTO ledger_debt (lrn, order_number, mrn, declaration,"
                    + " additional_procedure, ioss_number, destination, accepted_on, checkout_on,"
                    + " duty, vat_at_import, fees, vat_at_checkout) VALUES (:lrn, :order, :mrn,"
                    + " :declaration, :procedure, :ioss, :destination, :accepted, :checkout, :duty,"
                    + " :vat, :fees, :atCheckout) ON DUPLICATE KEY UPDATE mrn ="
                    + " COALESCE(VALUES(mrn), mrn), accepted_on = VALUES(accepted_on), duty ="
                    + " VALUES(duty), vat_at_import = VALUES(vat_at_import), fees = VALUES(fees),"
                    + " vat_at_checkout = VALUES(vat_at_checkout)")
            .param("lrn", lrn)
            .param("order", order.number())
            .param("mrn", mrn)
            .param("declaration", cost.declaration())
            .param("procedure", cost.additionalProcedure())
            .param("ioss", ioss ? order.iossNumber() : null)
            .param("destination", order.consignee().country())
            .param("accepted", cost.acceptedOn())
            // VAT is due when the payment is accepted (Dir. 2006/112/EC Art. 66a)
            .param("checkout", LocalDate.ofInstant(order.placedAt(), Liege.TIME))
            .param("duty", cost.duty())
            .param("vat", cost.vat().subtract(cost.payableAtCheckout()))
            .param("fees", cost.fees())
            .param("atCheckout", cost.payableAtCheckout())
            .update();
    if (touched > 1) { // MariaDB counts two where the row was there
      jdbc.sql("DELETE FROM ledger_sale WHERE lrn = :lrn").param("lrn", lrn).update();
    }
    if (ioss) {
      sales(lrn, cost);
    }
  }

  private void sales(String lrn, LandedCost cost) {
    Map<BigDecimal, BigDecimal[]> byRate = new TreeMap<>();
    for (LandedCost.Item item : cost.items()) {
      BigDecimal[] sum =
          byRate.computeIfAbsent(
              item.vatRate(), rate -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sum[0] = sum[0].add(item.vatBase());
      sum[1] = sum[1].add(item.vat());
    }
    byRate.forEach(
        (rate, sum) ->
            jdbc.sql(
                    "INSERT INTO ledger_sale (lrn, vat_rate, vat_base, vat) VALUES (:lrn, :rate,"
                        + " :base, :vat) ON DUPLICATE KEY UPDATE vat_base = VALUES(vat_base), vat ="
                        + " VALUES(vat)")
                .param("lrn", lrn)
                .param("rate", rate)
                .param("base", sum[0])
                .param("vat", sum[1])
                .update());
  }

  /** The declaration was undone; what was debited stays on record. */
  public void undo(String lrn) {
    jdbc.sql("UPDATE ledger_debt SET void = TRUE WHERE lrn = :lrn").param("lrn", lrn).update();
  }

  /**
   * What one month brought, by the day of acceptance.
   *
   * @param owed to customs; what was undone is left out
   * @param open owed, and not debited yet
   */
  public record Month(
      YearMonth month, int declarations, BigDecimal owed, BigDecimal debited, BigDecimal open) {}

  @Transactional(readOnly = true)
  public List<Month> months(int most) {
    return jdbc.sql(
            "SELECT DATE_FORMAT(accepted_on, '%Y-%m') AS month, COUNT(*) AS declarations,"
                + " SUM(IF(void, 0, duty + vat_at_import + fees)) AS owed, SUM(COALESCE(debited,"
                + " 0)) AS debited, SUM(IF(void OR debited IS NOT NULL, 0, duty + vat_at_import +"
                + " fees)) AS open FROM ledger_debt GROUP BY month ORDER BY month DESC LIMIT :most")
        .param("most", most)
        .query(
            (row, number) ->
                new Month(
                    YearMonth.parse(row.getString("month")),
                    row.getInt("declarations"),
                    row.getBigDecimal("owed"),
                    row.getBigDecimal("debited"),
                    row.getBigDecimal("open")))
        .list();
  }

  /**
   * A line of the IOSS return.
   *
   * @param memberState of consumption
   */
  public record Sales(
      String iossNumber,
      YearMonth month,
      String memberState,
      BigDecimal vatRate,
      int orders,
      BigDecimal vatBase,
      BigDecimal vat) {}

  private static final String SALES =
      "SELECT d.ioss_number, DATE_FORMAT(d.checkout_on, '%Y-%m') AS month, d.destination,"
          + " s.vat_rate, COUNT(DISTINCT d.order_number) AS orders, SUM(s.vat_base) AS base,"
          + " SUM(s.vat) AS vat FROM ledger_debt d JOIN ledger_sale s ON s.lrn = d.lrn WHERE NOT"
          + " d.void AND d.checkout_on BETWEEN :first AND :last AND (:ioss IS NULL OR d.ioss_number"
          + " = :ioss) GROUP BY d.ioss_number, month, d.destination, s.vat_rate ORDER BY"
          + " d.ioss_number, d.destination, s.vat_rate";

  /**
   * @param iossNumber null: of all
   */
  @Transactional(readOnly = true)
  public List<Sales> statement(String iossNumber, YearMonth month) {
    return jdbc.sql(SALES)
        .param("first", month.atDay(1))
        .param("last", month.atEndOfMonth())
        .param("ioss", iossNumber)
        .query(Ledger::sales)
        .list();
  }

  private static Sales sales(ResultSet row, int number) throws SQLException {
    return new Sales(
        row.getString("ioss_number"),
        YearMonth.parse(row.getString("month")),
        row.getString("destination"),
        row.getBigDecimal("vat_rate"),
        row.getInt("orders"),
        row.getBigDecimal("base"),
        row.getBigDecimal("vat"));
  }
}
