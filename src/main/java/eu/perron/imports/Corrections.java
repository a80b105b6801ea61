package eu.perron.imports;

import eu.perron.house.Seal;
import eu.perron.imports.ControlResult.Correction;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customs found the goods of a declaration to be; the order keeps what its seller wrote. */
@Component
class Corrections {
  private final JdbcClient jdbc;
  private final Tariff tariff;
  private final Seal seal;

  Corrections(JdbcClient jdbc, Tariff tariff, Seal seal) {
    this.jdbc = jdbc;
    this.tariff = tariff;
    this.seal = seal;
  }

  /**
   * The youngest word on an item stands.
   *
   * @return whether it was new
   */
  boolean keep(ImportDeclaration declaration, Correction correction, Instant at) {
    return jdbc.sql(
                """
                INSERT INTO import_correction (lrn, item, order_number, hs_code, price, reason, corrected_at)
                VALUES (:lrn, :item, :order, :hsCode, :price, :reason, :at)
                ON DUPLICATE KEY UPDATE hs_code = IF(VALUES(corrected_at) > corrected_at, VALUES(hs_code), hs_code),
                  price = IF(VALUES(corrected_at) > corrected_at, VALUES(price), price),
                  reason = IF(VALUES(corrected_at) > corrected_at, VALUES(reason), reason),
                  corrected_at = GREATEST(VALUES(corrected_at), corrected_at)\
                """)
            .param("lrn", declaration.lrn())
            .param("item", correction.item())
            .param("order", declaration.orderNumber())
            .param("hsCode", correction.hsCode())
            .param("price", correction.price())
            .param("reason", seal.close(correction.reason()))
            .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
            .update()
        > 0;
  }

  /** Items of the declaration, as {@link Drafting} wrote them. */
  List<List<Integer>> items(Order order, ImportDeclaration declaration) {
    return List.copyOf(
        tariff.items(order, declaration.kind(), Drafting.dayOf(declaration.declaredAt())));
  }

  /**
   * The order with the goods that customs found: what is owed is counted on them.
   *
   * @return the order itself if nothing was corrected
   */
  Order applied(Order order, ImportDeclaration declaration) {
    return applied(order, declaration, known(declaration));
  }

  /**
   * What the goods would be with one correction more.
   *
   * @param hsCode null: as it is
   * @param price null: as it is
   */
  Order appliedWith(
      Order order, ImportDeclaration declaration, int item, String hsCode, BigDecimal price) {
    List<Found> found = known(declaration);
    found.add(new Found(item, hsCode, price));
    return applied(order, declaration, found);
  }

  private record Found(int item, String hsCode, BigDecimal price) {}

  private List<Found> known(ImportDeclaration declaration) {
    return new ArrayList<>(
        jdbc.sql(
                "SELECT item, hs_code, price FROM import_correction WHERE lrn = :lrn ORDER BY item")
            .param("lrn", declaration.lrn())
            .query(Found.class)
            .list());
  }

  private Order applied(Order order, ImportDeclaration declaration, List<Found> found) {
    if (found.isEmpty()) {
      return order;
    }
    List<OrderLine> lines = new ArrayList<>(order.lines());
    List<List<Integer>> items = items(order, declaration);
    for (Found one : found) {
      List<Integer> positions = items.get(one.item() - 1);
      for (int position : positions) {
        OrderLine line = lines.get(position);
        lines.set(
            position,
            new OrderLine(
                line.sku(),
                line.description(),
                one.hsCode() == null ? line.hsCode() : one.hsCode(),
                line.originCountry(),
                // One piece at the price of all: the price that customs found need not divide
                // evenly.
                one.price() == null ? line.quantity() : 1,
                one.price() == null
                    ? line.unitPrice()
                    : position == positions.get(0) ? one.price() : BigDecimal.ZERO,
                one.price() == null
                    ? line.netWeightKg()
                    : line.netWeightKg().multiply(BigDecimal.valueOf(line.quantity())),
                line.gtin(),
                line.manufacturerPartNumber(),
                line.dangerousGoods()));
      }
    }
    return order.withLines(lines);
  }
}
