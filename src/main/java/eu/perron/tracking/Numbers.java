package eu.perron.tracking;

import eu.perron.archive.Archive;
import eu.perron.archive.Role;
import eu.perron.orders.ArchivedOrders;
import eu.perron.trade.AirWaybillNumber;
import eu.perron.trade.InvalidIdentifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a number means that somebody reads out on the telephone; each kind along an index. */
@Component
@Transactional(readOnly = true)
public class Numbers {
  private static final int MOST = 50;
  private final JdbcClient jdbc;
  private final Archive archive;
  private final ArchivedOrders archived;

  Numbers(JdbcClient jdbc, Archive archive, ArchivedOrders archived) {
    this.jdbc = jdbc;
    this.archive = archive;
    this.archived = archived;
  }

  /** By order, parcel or carrier number, by the seller's reference, by LRN or MRN. */
  public List<String> orders(String typed) {
    String asTyped = typed.strip();
    return jdbc.sql(
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
            LIMIT :most""")
        .param("number", plain(typed))
        .param("typed", asTyped)
        .param("most", MOST)
        .query(String.class)
        .list();
  }

  /** The consignment of this number, or the newest under this air waybill. */
  public Optional<String> consignment(String typed) {
    return jdbc.sql(
            "SELECT number FROM air_consignment WHERE number = :number "
                + "UNION (SELECT number FROM air_consignment WHERE awb = :awb ORDER BY opened_at DESC LIMIT 1) "
                + "LIMIT 1")
        .param("number", plain(typed))
        .param("awb", airWaybill(typed).orElse(""))
        .query(String.class)
        .optional();
  }

  /** Orders and consignments in the archive, by the same numbers. */
  public List<String> inArchive(String typed) {
    Set<String> numbers = new LinkedHashSet<>();
    Stream.of(plain(typed), typed.strip(), airWaybill(typed).orElse(plain(typed)))
        .distinct()
        .forEach(
            number -> {
              archive.find(number).ifPresent(one -> numbers.add(one.number()));
              numbers.addAll(archive.ownersOf(number, Role.PRINTED, Role.SPOKEN));
            });
    archived.byReference(typed.strip()).forEach(order -> numbers.add(order.number()));
    return numbers.stream().limit(MOST).toList();
  }

  /** The one an order flies in. */
  public Optional<String> consignmentOf(String order) {
    return jdbc.sql("SELECT consignment_number FROM freight_house WHERE order_number = :order")
        .param("order", order)
        .query(String.class)
        .optional();
  }

  /** As the house writes it, however it was typed. */
  public static Optional<String> airWaybill(String typed) {
    try {
      return Optional.of(AirWaybillNumber.parse(typed.strip()).value());
    } catch (InvalidIdentifier other) {
      return Optional.empty();
    }
  }

  /** Without the blanks and dashes that make a number easier to read. */
  public static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
