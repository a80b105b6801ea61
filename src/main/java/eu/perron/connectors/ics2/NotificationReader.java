package eu.perron.connectors.ics2;

import static java.util.Map.entry;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.freight.EntrySummaryAnswer;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.Mrn;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What ICS2 tells about a filing; each message has an identity of its own. */
@Component("ics2NotificationReader")
class NotificationReader implements MessageReader {
  static final String KIND = "entry-summary-answer";
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          entry("IE3R01", Kind.REGISTERED),
          entry("IE3N03", Kind.ASSESSED),
          entry("IE3Q01", Kind.DO_NOT_LOAD),
          entry("IE3Q02", Kind.INFORMATION_REQUESTED),
          entry("IE3Q03", Kind.SCREENING_REQUESTED),
          entry("IE3R04", Kind.ARRIVAL_REGISTERED),
          entry("IE3R07", Kind.INVALIDATED),
          entry("IE3N10", Kind.AMENDED),
          entry("IE3N02", Kind.NOT_COMPLETE),
          entry("IE3N01", Kind.REFUSED),
          entry("IE3N99", Kind.REFUSED));

  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String operation() {
    return "notification";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    Element message = Ics2Xml.read(body);
    String name = message.getLocalName();
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new Unreadable(
          name, "is no notification; one of " + KINDS.keySet().stream().sorted().toList() + " is");
    }
    String lrn = Ics2Xml.text(message, "LRN").orElse(null);
    String mrn = mrn(message);
    String text =
        kind == Kind.REFUSED
            ? Ics2Xml.required(message, "ValidationCode")
                + " "
                + Ics2Xml.required(message, "Description")
            : Ics2Xml.text(message, "Text").orElse("");
    String key = name + "-" + Ics2Xml.required(message, "MessageIdentification");
    return new Reading(
        key,
        List.of(
            new Arrival(
                KIND, key, lrn == null ? mrn : lrn, new EntrySummaryAnswer(kind, lrn, mrn, text))));
  }

  /** Its check digit tells a slip of the pen from another filing. */
  private static String mrn(Element message) throws Unreadable {
    try {
      return Ics2Xml.text(message, "MRN").map(Mrn::parse).map(Mrn::value).orElse(null);
    } catch (InvalidIdentifier invalid) {
      throw new Unreadable("MRN", invalid.reason());
    }
  }
}
