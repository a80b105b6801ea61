package eu.perron.exports;

import java.util.Arrays;
import java.util.Optional;

/** The three documents that China customs compare with each other and with the export list. */
enum Paper {
  ORDER("O", "CEB303", "CEB304", "order-document"),
  RECEIPT("R", "CEB403", "CEB404", "payment-document"),
  WAYBILL("W", "CEB505", "CEB506", "waybill-document");

  private final String letter;
  private final String message;
  private final String receipt;
  private final String operation;

  Paper(String letter, String message, String receipt, String operation) {
    this.letter = letter;
    this.message = message;
    this.receipt = receipt;
    this.operation = operation;
  }

  String message() {
    return message;
  }

  String receipt() {
    return receipt;
  }

  String operation() {
    return operation;
  }

  String numberOf(String orderNumber) {
    return orderNumber + "-" + letter;
  }

  /** In words for a clerk, such as {@code order (CEB303)}. */
  String words() {
    return name().toLowerCase(java.util.Locale.ROOT) + " (" + message + ")";
  }

  static Optional<Paper> sentAs(String message) {
    return Arrays.stream(values()).filter(paper -> paper.message.equals(message)).findFirst();
  }

  static Optional<Paper> answeredBy(String receipt) {
    return Arrays.stream(values()).filter(paper -> paper.receipt.equals(receipt)).findFirst();
  }
}
