package eu.perron.exports;

import java.util.Arrays;
import java.util.Optional;

/** What customs are told of a flight. */
enum FlightNotice {
  /** Which lists fly under a master air waybill. */
  CEB607("W", "waybill-list"),
  /** That they departed. */
  CEB509("D", "departure");

  private final String letter;
  private final String operation;

  FlightNotice(String letter, String operation) {
    this.letter = letter;
    this.operation = operation;
  }

  String operation() {
    return operation;
  }

  String copNo(String consignmentNumber, int revision) {
    return letter + consignmentNumber + "-" + revision;
  }

  static Optional<FlightNotice> sentAs(String message) {
    return Arrays.stream(values()).filter(notice -> notice.name().equals(message)).findFirst();
  }
}
