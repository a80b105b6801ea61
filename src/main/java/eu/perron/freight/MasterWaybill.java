package eu.perron.freight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the airline is told about the whole (Cargo-IMP FWB).
 *
 * @param attempt counts the hand-overs: the same waybill on another flight is the next attempt
 * @param executedOn the day at the place where it is executed, the only date of the message that
 *     has a year
 * @param marks lots by house, kept through every document so that a recall finds its parcels
 */
public record MasterWaybill(
    String consignmentNumber,
    int attempt,
    String awb,
    String origin,
    String destination,
    String airline,
    String flight,
    LocalDate flightDate,
    int pieces,
    BigDecimal weightKg,
    boolean cargoAircraftOnly,
    BigDecimal ratePerKg,
    String currency,
    Office shipper,
    Office consignee,
    Instant executedAt,
    LocalDate executedOn,
    List<LotMark> marks) {

  public record LotMark(String house, int pieces, String lot) {}
}
