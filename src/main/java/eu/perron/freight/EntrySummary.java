package eu.perron.freight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the Union's customs must know of one house before it is loaded (ICS2, minimum data set with
 * the master's reference).
 */
public record EntrySummary(
    String lrn,
    String house,
    String awb,
    String origin,
    String destination,
    int pieces,
    BigDecimal grossWeightKg,
    String goods,
    List<String> hsCodes,
    Trader consignor,
    Trader consignee,
    Office declarant,
    Instant filedAt) {
  /**
   * @param lrn of the filing, or the reference of an amendment
   */
  static EntrySummary of(
      String lrn,
      House house,
      Particulars particulars,
      AirConsignment consignment,
      Office declarant,
      Instant filedAt) {
    return new EntrySummary(
        lrn,
        house.orderNumber(),
        consignment.awb(),
        consignment.origin(),
        consignment.destination(),
        house.pieces(),
        particulars.grossWeightKg(),
        particulars.goods(),
        particulars.hsCodes(),
        particulars.consignor(),
        particulars.consignee(),
        declarant,
        filedAt);
  }
}
