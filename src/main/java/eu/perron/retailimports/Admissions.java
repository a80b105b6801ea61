package eu.perron.retailimports;

import eu.perron.house.Seal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How orders were admitted, and what a buyer was admitted in a year. Buyers are known by a keyed
 * hash of their identity number; the year's sum outlives the orders.
 */
@Component
class Admissions {
  private final JdbcClient jdbc;
  private final Seal seal;

  Admissions(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * @param verdict RETAIL, FULL_TAX or HOLD, as the table said
   * @param inFull duty and taxes are due in full, as a clerk said
   */
  record Admission(
      String orderNumber,
      Buyer buyer,
      String verdict,
      boolean inFull,
      BigDecimal valueYuan,
      CompositeTax tax) {}

  Optional<Admission> find(String orderNumber) {
    return jdbc.sql("SELECT * FROM retail_import WHERE order_number = :order FOR UPDATE")
        .param("order", orderNumber)
        .query(
            (row, at) ->
                new Admission(
                    orderNumber,
                    seal.openDocument(row.getBytes("buyer"), Buyer.class),
                    row.getString("verdict"),
                    row.getBoolean("in_full"),
                    row.getBigDecimal("value_yuan"),
                    new CompositeTax(
                        row.getBigDecimal("duty_yuan"),
                        row.getBigDecimal("consumption_tax_yuan"),
                        row.getBigDecimal("vat_yuan"))))
        .optional();
  }

  void save(Admission admission, Instant now) {
    jdbc.sql(
            """
            INSERT INTO retail_import (order_number, buyer, verdict, in_full, value_yuan, duty_yuan,
              consumption_tax_yuan, vat_yuan, assessed_at)
            VALUES (:order, :buyer, :verdict, :inFull, :value, :duty, :consumption, :vat, :now)
            ON DUPLICATE KEY UPDATE buyer = VALUES(buyer), verdict = VALUES(verdict), in_full = VALUES(in_full),
              value_yuan = VALUES(value_yuan), duty_yuan = VALUES(duty_yuan),
              consumption_tax_yuan = VALUES(consumption_tax_yuan), vat_yuan = VALUES(vat_yuan),
              assessed_at = VALUES(assessed_at)
            """)
        .param("order", admission.orderNumber())
        .param("buyer", seal.closeDocument(admission.buyer()))
        .param("verdict", admission.verdict())
        .param("inFull", admission.inFull())
        .param("value", admission.valueYuan())
        .param("duty", admission.tax().duty())
        .param("consumption", admission.tax().consumptionTax())
        .param("vat", admission.tax().vat())
        .param("now", RetailPapers.utc(now))
        .update();
  }

  /**
   * What the buyer was admitted in the year without this order. Until the transaction ends nobody
   * else reckons for the same buyer.
   */
  BigDecimal spent(String idNumber, int year, String exceptOrder) {
    jdbc.sql(
            "INSERT INTO retail_buyer_year (buyer, year) VALUES (:buyer, :year) "
                + "ON DUPLICATE KEY UPDATE year = VALUES(year)")
        .param("buyer", seal.token(word(idNumber)))
        .param("year", year)
        .update();
    List<String> tokens = seal.tokens(word(idNumber));
    return jdbc.sql(
            "SELECT COALESCE(SUM(yuan), 0) FROM retail_allowance WHERE buyer IN (:buyers) AND year = :year "
                + "AND order_number <> :order")
        .param("buyers", tokens)
        .param("year", year)
        .param("order", exceptOrder)
        .query(BigDecimal.class)
        .single();
  }

  void count(String orderNumber, String idNumber, int year, BigDecimal yuan) {
    jdbc.sql(
            "INSERT INTO retail_allowance (order_number, buyer, year, yuan) VALUES (:order, :buyer, :year, :yuan) "
                + "ON DUPLICATE KEY UPDATE buyer = VALUES(buyer), year = VALUES(year), yuan = VALUES(yuan)")
        .param("order", orderNumber)
        .param("buyer", seal.token(word(idNumber)))
        .param("year", year)
        .param("yuan", yuan)
        .update();
  }

  /** It does not enter after all. */
  void release(String orderNumber) {
    jdbc.sql("DELETE FROM retail_allowance WHERE order_number = :order")
        .param("order", orderNumber)
        .update();
  }

  private static String word(String idNumber) {
    return "retail-buyer|" + idNumber;
  }
}
