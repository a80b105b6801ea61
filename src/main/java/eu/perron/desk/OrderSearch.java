package eu.perron.desk;

import eu.perron.orders.Orders;
import eu.perron.trade.AirWaybillNumber;
import eu.perron.trade.InvalidIdentifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders by whatever number or name somebody reads out on the telephone. */
@Component
@Transactional(readOnly = true)
class OrderSearch {
  static final int MOST = 50;
  private final JdbcClient jdbc;
  private final Orders orders;

  OrderSearch(JdbcClient jdbc, Orders orders) {
    this.jdbc = jdbc;
    this.orders = orders;
  }

  record Hit(
      String number,
      String reference,
      String seller,
      String consignee,
      String stage,
      String status,
      BigDecimal value,
      String currency) {}

  /**
   * By order, parcel or carrier number, by the seller's reference, by LRN, MRN or air waybill; if
   * it is none of these, by the whole words of the consignee's name. Each along an index.
   */
  List<Hit> find(String q) {
    String asTyped = q.strip();
    String number = asTyped.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    List<String> numbers =
        jdbc.sql(
                """
                SELECT number FROM orders WHERE number = :number
                UNION SELECT order_number FROM order_parcel WHERE number = :number
                UNION SELECT o.number FROM seller s JOIN orders o ON o.seller_id = s.id AND o.reference = :typed
                UNION SELECT order_number FROM delivery_parcel WHERE barcode IN (:number, :typed)
                UNION SELECT order_number FROM export_declaration WHERE cop_no = :typed
                UNION SELECT order_number FROM freight_house WHERE lrn = :typed
                UNION SELECT order_number FROM freight_house WHERE mrn = :typed
                UNION SELECT order_number FROM import_declaration WHERE lrn = :typed
                UNION SELECT order_number FROM import_declaration WHERE mrn = :typed
                UNION SELECT order_number FROM union_export WHERE lrn = :typed
                UNION SELECT order_number FROM union_export WHERE mrn = :typed
                UNION SELECT order_number FROM retail_paper WHERE kind = 'LIST' AND number = :typed
                UNION SELECT order_number FROM retail_paper WHERE invt_no = :typed
                UNION SELECT h.order_number FROM air_consignment c
                      JOIN freight_house h ON h.consignment_number = c.number WHERE c.awb = :awb
                LIMIT :most""")
            .param("number", number)
            .param("typed", asTyped)
            .param("awb", awb(asTyped).orElse(""))
            .param("most", MOST)
            .query(String.class)
            .list();
    List<String> found = numbers.isEmpty() ? orders.numbersOfConsignee(asTyped, MOST) : numbers;
    return found.isEmpty() ? List.of() : hits(found);
  }

  private List<Hit> hits(List<String> numbers) {
    return jdbc.sql(
            """
            SELECT o.number, o.reference, o.seller_id AS seller, o.consignee, o.stage, o.status,
                   SUM(l.unit_price * l.quantity) AS value, o.currency
            FROM orders o JOIN order_line l ON l.order_number = o.number
            WHERE o.number IN (:numbers) GROUP BY o.number ORDER BY o.number DESC""")
        .param("numbers", numbers)
        .query(
            (row, n) ->
                new Hit(
                    row.getString("number"),
                    row.getString("reference"),
                    row.getString("seller"),
                    orders.party(row.getBytes("consignee")).name(),
                    row.getString("stage"),
                    row.getString("status"),
                    row.getBigDecimal("value"),
                    row.getString("currency")))
        .list();
  }

  /** As the house writes it, however it was typed. */
  static Optional<String> awb(String typed) {
    try {
      return Optional.of(AirWaybillNumber.parse(typed).value());
    } catch (InvalidIdentifier other) {
      return Optional.empty();
    }
  }
}
