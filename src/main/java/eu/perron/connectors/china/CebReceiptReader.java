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

/** Reads a receipt: up to 100 returns, each about one thing we sent. */
abstract class CebReceiptReader implements MessageReader {
  private final String message;
  private final String operation;
  private final String element;

  CebReceiptReader(String message, String operation, String element) {
    this.message = message;
    this.operation = operation;
    this.element = element;
  }

  abstract Object content(Element returned, int status, Instant at);

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
    Element root = CebXml.read(body, message);
    List<Arrival> arrivals = new ArrayList<>();
    for (Element returned : CebXml.children(root, element)) {
      int position = arrivals.size() + 1;
      arrivals.add(
          arrival(returned, message + "/" + element + (position > 1 ? "[" + position + "]" : "")));
    }
    String guid = root.getAttribute("guid").strip();
    return new Reading(
        guid.isEmpty() || guid.length() > 60 ? hash(body) : guid, List.copyOf(arrivals));
  }

  private Arrival arrival(Element returned, String where) throws Unreadable {
    String copNo = CebXml.text(returned, "copNo");
    if (copNo.isEmpty()) {
      throw new Unreadable(
          where + "/copNo", "is empty; it must be the number of the list this is about");
    }
    int status = status(CebXml.text(returned, "returnStatus"), where);
    String time = CebXml.text(returned, "returnTime");
    return new Arrival(
        operation,
        copNo + "|" + status + "|" + time,
        copNo,
        content(returned, status, time(time, where)));
  }

  private static int status(String text, String where) throws Unreadable {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw new Unreadable(where + "/returnStatus", "'" + text + "' is no whole number");
    }
  }

  private static Instant time(String text, String where) throws Unreadable {
    try {
      return Instant.from(CebWriter.MILLISECONDS.parse(text));
    } catch (DateTimeException none) {
      throw new Unreadable(
          where + "/returnTime", "'" + text + "' is no time of the form yyyyMMddHHmmssSSS");
    }
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
