package eu.perron.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which lists fly under a master air waybill (message CEB607).
 *
 * @param changed this revision replaces an earlier one
 */
public record WaybillList(
    String copNo,
    String guid,
    boolean changed,
    Instant filedAt,
    String consignmentNumber,
    String masterWaybill,
    String flight,
    LocalDate flightDate,
    String transportMode,
    BigDecimal grossWeightKg,
    List<House> houses) {

  /**
   * @param number house air waybill, which is the order number
   * @param invtNo number customs gave the export list; null if it was released on paper
   */
  public record House(String number, String invtNo) {}
}
