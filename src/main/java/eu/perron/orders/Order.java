package eu.perron.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a seller asked us to bring to a consignee.
 *
 * @param number twelve letters and digits; it is the house air waybill number too
 * @param currency of every price and cost
 * @param lane origin and destination country ({@code CN-BE})
 */
@Table("orders")
public record Order(
    @Id String number,
    String sellerId,
    String reference,
    String contentHash,
    Instant placedAt,
    Instant acceptedAt,
    VatScheme vatScheme,
    String iossNumber,
    Incoterm incoterm,
    SaleKind saleKind,
    String currency,
    BigDecimal transportCost,
    BigDecimal insuranceCost,
    Party consignor,
    Party consignee,
    @Column("responsible") Party euResponsiblePerson,
    @Embedded.Empty(prefix = "delivery_") Delivery delivery,
    String lane,
    Stage stage,
    Status status,
    boolean started,
    Instant endedAt,
    @MappedCollection(idColumn = "order_number", keyColumn = "position") List<OrderLine> lines,
    @MappedCollection(idColumn = "order_number", keyColumn = "position") List<Parcel> parcels) {

  /** As it is after a line was cancelled, which an order asked about may still show. */
  public Order withoutCancelledLines() {
    return withLines(lines.stream().filter(line -> line.quantity() > 0).toList());
  }

  /**
   * Price of the goods alone, transport and insurance shown apart: the intrinsic value (UCC-DA Art.
   * 1(48)).
   */
  public BigDecimal goodsValue() {
    return lines.stream().map(OrderLine::price).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal grossWeightKg() {
    return parcels.stream().map(Parcel::grossWeightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal netWeightKg() {
    return lines.stream()
        .map(line -> line.netWeightKg().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The same order with other goods in it, as somebody found them to be. */
  public Order withLines(List<OrderLine> others) {
    return new Order(
        number,
        sellerId,
        reference,
        contentHash,
        placedAt,
        acceptedAt,
        vatScheme,
        iossNumber,
        incoterm,
        saleKind,
        currency,
        transportCost,
        insuranceCost,
        consignor,
        consignee,
        euResponsiblePerson,
        delivery,
        lane,
        stage,
        status,
        started,
        endedAt,
        List.copyOf(others),
        parcels);
  }

  /** The goods in one line, for lists and for waybills. */
  public String goods() {
    return lines.stream()
        .map(OrderLine::description)
        .collect(java.util.stream.Collectors.joining("; "));
  }
}
