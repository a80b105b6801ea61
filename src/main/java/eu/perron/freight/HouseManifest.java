package eu.perron.freight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The list of houses under a master air waybill (Cargo-IMP FHL); its pieces and weights add up to
 * the master's.
 */
public record HouseManifest(
    String consignmentNumber,
    int attempt,
    String awb,
    String origin,
    String destination,
    int pieces,
    BigDecimal weightKg,
    String shipperTeletype,
    String airline,
    Instant executedAt,
    List<Entry> houses) {

  /**
   * @param mrn of the entry summary; null where none was due
   */
  public record Entry(
      String house,
      int pieces,
      BigDecimal weightKg,
      String goods,
      List<String> hsCodes,
      String mrn) {}
}
