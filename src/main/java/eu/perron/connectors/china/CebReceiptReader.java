package eu.perron.connectors.china;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.w3c.dom.Element;

/** Reads receipts: up to 100 returns in a message, each about one thing we sent. */
abstract class CebReceiptReader implements MessageReader {
  private final String operation;
  private final List<Receipt> receipts;

  /**
   * One kind of receipt.
   *
   * @param message its root, such as {@code CEB604Message}
   * @param element what is repeated in it
   * @param number the element that names what was sent
   */
  record Receipt(String message, String element, String number) {}

  CebReceiptReader(String operation, Receipt... receipts) {
    this.operation = operation;
    this.receipts = List.of(receipts);
  }

  abstract Object content(Receipt receipt, Element returned, int status, Instant at);

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    Element root = CebXml.read(body, receipts.stream().map(Receipt::message).toList());
    Receipt receipt =
        receipts.stream()
            .filter(kind -> kind.message().equals(root.getLocalName()))
            .findFirst()
            .orElseThrow();
    List<Arrival> arrivals = new ArrayList<>();
    for (Element returned : CebXml.children(root, receipt.element())) {
      int position = arrivals.size() + 1;
      arrivals.add(
          arrival(
              receipt,
              returned,
              receipt.message()
                  + "/"
                  + receipt.element()
                  + (position > 1 ? "[" + position + "]" : "")));
    }
    return new Reading(identity(root, body), List.copyOf(arrivals));
  }

  private Arrival arrival(Receipt receipt, Element returned, String where) throws Unreadable {
    String number = CebXml.text(returned, receipt.number());
    if (number.isEmpty()) {
      throw new Unreadable(
          where + "/" + receipt.number(), "is empty; it must be the number of what this is about");
    }
    int status = status(returned, where);
    return new Arrival(
        operation,
        key(receipt, returned, number, status),
        number,
        content(receipt, returned, status, time(returned, where)));
  }

  /**
   * Receipts that share a door may be about the same number, and about sendings of it within a
   * second.
   */
  private String key(Receipt receipt, Element returned, String number, int status) {
    String key = number + "|" + status + "|" + CebXml.text(returned, "returnTime");
    return receipts.size() == 1
        ? key
        : receipt.element() + "|" + key + "|" + CebXml.text(returned, "guid");
  }

  static int status(Element returned, String where) throws Unreadable {
    String text = CebXml.text(returned, "returnStatus");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw new Unreadable(where + "/returnStatus", "'" + text + "' is no whole number");
    }
  }

  static Instant time(Element returned, String where) throws Unreadable {
    String text = CebXml.text(returned, "returnTime");
    try {
      return Instant.from(CebWriter.MILLISECONDS.parse(text));
    } catch (DateTimeException none) {
      throw new Unreadable(
          where + "/returnTime", "'" + text + "' is no time of the form yyyyMMddHHmmssSSS");
    }
  }

  static String identity(Element root, byte[] body) {
    String guid = root.getAttribute("guid").strip();
    return guid.isEmpty() || guid.length() > 60 ? hash(body) : guid;
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
