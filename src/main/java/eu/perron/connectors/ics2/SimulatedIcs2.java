package eu.perron.connectors.ics2;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.trade.Mrn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Advance security that decides from the filing alone. Every answer's identity, number and time
 * come from the message it answers, so a filing received twice is answered in the same bytes.
 */
@Component("simulatedIcs2")
@Profile("simulators")
@Transactional
public class SimulatedIcs2 {
  private static final Pattern LOT = Pattern.compile("lot (ENS[A-Z]+)\\b");
  private static final Pattern LRN =
      Pattern.compile("<(?:[A-Za-z0-9]+:)?LRN>([!-~&&[^<&]]{1,22})</");
  private final LetterBox letterBox;
  private final Books books;

  SimulatedIcs2(LetterBox letterBox, Books books) {
    this.letterBox = letterBox;
    this.books = books;
  }

  public void receive(byte[] body) {
    try {
      Element message = Ics2Xml.read(body);
      books.enter(
          "ics2",
          body,
          List.of(
              new Books.Entry(
                  message.getLocalName(), Ics2Xml.required(message, "LRN"), house(message))));
      switch (message.getLocalName()) {
        case "IE3F24" -> assess(message);
        case "IE3A24" -> amend(message);
        case "IE3F21" -> complete(message);
        case "IE3N06" ->
            post(
                2,
                new Ics2Writer("IE3R04")
                    .element("MessageIdentification", Ics2Xml.required(message, "LRN"))
                    .element("LRN", Ics2Xml.required(message, "LRN"))
                    .at("RegistrationDate", issued(message))
                    .end());
        case "IE3Q04" ->
            post(
                2,
                byMrn(
                    "IE3R07",
                    message,
                    Ics2Xml.required(message, "MRN"),
                    Ics2Xml.required(message, "LRN") + "-Q04",
                    null));
        case "IE3R02", "IE3R03" ->
            post(
                4,
                byMrn(
                    "IE3N03",
                    message,
                    Ics2Xml.required(message, "MRN"),
                    Ics2Xml.required(message, "ReferralRequestReference"),
                    null));
        default -> refuse(body, message.getLocalName() + " is not expected here");
      }
    } catch (Unreadable problem) {
      refuse(body, problem.getMessage());
    }
  }

  /** Masters stand before houses. */
  private static String house(Element message) {
    NodeList documents = message.getElementsByTagNameNS("*", "ReferenceNumber");
    return documents.getLength() == 0
        ? ""
        : documents.item(documents.getLength() - 1).getTextContent().strip();
  }

  private void assess(Element filing) throws Unreadable {
    String lrn = Ics2Xml.required(filing, "LRN");
    String lot = lot(filing);
    if (lot.equals("ENSNONE")) {
      return;
    }
    String mrn = mrn(filing, lrn);
    post(
        2,
        new Ics2Writer("IE3R01")
            .element("MessageIdentification", lrn)
            .element("LRN", lrn)
            .element("MRN", mrn)
            .at("RegistrationDate", issued(filing))
            .end());
    conclude(lot, filing, mrn, lrn);
  }

  /** What is amended is assessed anew, by the description it has now. */
  private void amend(Element amendment) throws Unreadable {
    String lrn = Ics2Xml.required(amendment, "LRN");
    String mrn = Ics2Xml.required(amendment, "MRN");
    String lot = lot(amendment);
    if (lot.equals("ENSLATE")) {
      refuse("IE3N01", lrn, "LIFE-CYCLE", "The goods are about to be examined: no amendment now");
      return;
    }
    post(2, byMrn("IE3N10", amendment, mrn, lrn, null));
    conclude(lot, amendment, mrn, lrn);
  }

  private void conclude(String lot, Element filing, String mrn, String lrn) throws Unreadable {
    switch (lot) {
      case "ENSDNL" -> post(4, byMrn("IE3Q01", filing, mrn, lrn, "Threat identified: do not load"));
      case "ENSRFS" ->
          post(
              4,
              byMrn("IE3Q03", filing, mrn, lrn, "Screen the parcel and say how it was screened"));
      case "ENSRFI" ->
          post(
              4,
              byMrn(
                  "IE3Q02",
                  filing,
                  mrn,
                  lrn,
                  "Describe the goods exactly and say what they are for"));
      default -> post(4, byMrn("IE3N03", filing, mrn, lrn, null));
    }
  }

  private static String lot(Element filing) {
    return Ics2Xml.text(filing, "DescriptionOfGoods")
        .map(LOT::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElse("");
  }

  private void complete(Element filing) throws Unreadable {
    String lrn = Ics2Xml.required(filing, "LRN");
    post(
        2,
        new Ics2Writer("IE3R01")
            .element("MessageIdentification", lrn)
            .element("LRN", lrn)
            .element("MRN", mrn(filing, lrn))
            .at("RegistrationDate", issued(filing))
            .end());
  }

  private static byte[] byMrn(String name, Element about, String mrn, String id, String text)
      throws Unreadable {
    Ics2Writer out =
        new Ics2Writer(name)
            .element("MessageIdentification", id)
            .element("MRN", mrn)
            .element("LRN", Ics2Xml.required(about, "LRN"))
            .at("DocumentIssueDate", issued(about));
    if (text != null) {
      out.open("AdditionalInformation").text("Text", text, 1000).close();
    }
    return out.end();
  }

  /**
   * A filing that cannot be read is named by what looks like its LRN; without one nobody can be
   * told.
   */
  private void refuse(byte[] body, String why) {
    lrnOf(body).ifPresent(lrn -> refuse("IE3N99", lrn, "NOT-READABLE", why));
  }

  private void refuse(String name, String lrn, String code, String why) {
    post(
        2,
        new Ics2Writer(name)
            .element("MessageIdentification", lrn)
            .element("LRN", lrn)
            .open("Error")
            .element("ValidationCode", code)
            .text("Description", why, 1000)
            .close()
            .end());
  }

  private static Optional<String> lrnOf(byte[] body) {
    Matcher lrn = LRN.matcher(new String(body, StandardCharsets.UTF_8));
    return lrn.find() ? Optional.of(lrn.group(1)) : Optional.empty();
  }

  private static Instant issued(Element message) throws Unreadable {
    return Instant.parse(Ics2Xml.required(message, "DocumentIssueDate"));
  }

  /** T: the letter of entry summaries. */
  private static String mrn(Element filing, String lrn) throws Unreadable {
    CRC32 sum = new CRC32();
    sum.update(lrn.getBytes(StandardCharsets.US_ASCII));
    String tail = lrn.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    String twelve =
        ("%08X".formatted(sum.getValue()) + "0000" + tail).replaceAll("^(.{8}).*(.{4})$", "$1$2");
    int year = Integer.parseInt(Ics2Xml.required(filing, "DocumentIssueDate").substring(0, 4));
    return Mrn.of(year, Ics2Xml.required(filing, "AddressedMemberState"), twelve, 'T').value();
  }

  private void post(int seconds, byte[] message) {
    letterBox.post("ics2", "notification", "application/xml", message, Duration.ofSeconds(seconds));
  }
}
