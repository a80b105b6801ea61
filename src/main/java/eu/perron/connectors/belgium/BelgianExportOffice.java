package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.belgium.OfficePractice.Lot;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.house.PerronSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An office of export and exit of our own. It knows only the message it reads, and answers the same
 * message always the same: what to do about it stands in the goods' description ({@code lot
 * AE556}). The README's table says which case is which.
 */
@Component("belgianExportOffice")
@Profile("simulators")
@Transactional
public class BelgianExportOffice {
  private static final Pattern LOT = Pattern.compile("\\blot (AE[A-Z0-9]+)");
  private static final Duration ACCEPTANCE = Duration.ofSeconds(2);
  private static final Duration DECISION = Duration.ofSeconds(5);
  private static final Duration AFTER_CONTROL = Duration.ofSeconds(15);
  private static final Duration PROOF = Duration.ofSeconds(4);

  private final OfficePractice practice;

  @Autowired
  BelgianExportOffice(LetterBox letters, Books books, PerronSettings settings) {
    this(OfficePractice.of("export-notification", letters, books, settings));
  }

  BelgianExportOffice(OfficePractice practice) {
    this.practice = practice;
  }

  /** Called by the simulator's routes: taken (202), or unreadable (400, with the reason). */
  public void receive(Exchange exchange) {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    exchange.getMessage().removeHeaders("*");
    try {
      take(body == null ? new byte[0] : body);
      exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
      exchange.getMessage().setBody("");
    } catch (Unreadable fault) {
      exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 400);
      exchange.getMessage().setBody(fault.getMessage());
    }
  }

  void take(byte[] body) throws Unreadable {
    IdmsMessage message = Aes.read(body);
    switch (message.name()) {
      case "IE515" -> declared(message, body);
      case "IE507" ->
          practice.enter(body, new Books.Entry("IE507", message.get("MRN"), message.get("MRN")));
      case "IE590" -> left(message, body);
      default -> throw new Unreadable(message.name(), "is nothing that is sent to customs");
    }
  }

  private void declared(IdmsMessage declaration, byte[] body) throws Unreadable {
    String lrn = declaration.get("Declaration/LRN");
    practice.enter(
        body, new Books.Entry("IE515", lrn, declaration.get("Declaration/referenceNumberUCR")));
    Instant prepared = declaration.moment("Message/preparationDateAndTime");
    Answers answers = new Answers(declaration, lrn, OfficePractice.mrn(lrn, prepared, 'A'));
    Lot lot = OfficePractice.lot(LOT, declaration.all("Declaration/GoodsItem/descriptionOfGoods"));
    if (declaration.find("Declaration/Exporter/identificationNumber").isEmpty()) {
      call(
          answers.refused(
              later(prepared, ACCEPTANCE),
              null,
              "Declaration/Exporter/identificationNumber",
              "The exporter has no EORI number"),
          ACCEPTANCE);
      return;
    }
    if (lot.code().equals("AE556")) {
      call(
          answers.refused(
              later(prepared, ACCEPTANCE),
              lot.item(),
              "Declaration/GoodsItem/descriptionOfGoods",
              "Description does not fit the commodity code"),
          ACCEPTANCE);
      return;
    }
    call(answers.accepted(later(prepared, ACCEPTANCE)), ACCEPTANCE);
    Instant decided = later(prepared, DECISION);
    Instant looked = practice.afterControl(prepared, AFTER_CONTROL);
    switch (lot.code()) {
      case "AENONE" -> {}
      case "AE551" -> call(answers.notReleased(decided, "Goods need a licence"), DECISION);
      case "AE560" -> {
        call(answers.controlled(decided), DECISION);
        practice.callAfterControl(answers.released(looked), AFTER_CONTROL);
      }
      case "AESTOP" -> {
        call(answers.controlled(decided), DECISION);
        practice.callAfterControl(
            answers.notReleased(looked, "Goods do not match the declaration"), AFTER_CONTROL);
      }
      default -> call(answers.released(decided), DECISION);
    }
  }

  private void left(IdmsMessage exit, byte[] body) throws Unreadable {
    String mrn = exit.get("MRN");
    practice.enter(body, new Books.Entry("IE590", mrn, mrn));
    Instant at = exit.moment("exitDateAndTime");
    call(
        Aes.theirs(
            "IE599",
            exit.get("Message/messageSender"),
            at,
            mrn + "-599",
            exit.identification(),
            xml -> xml.element("MRN", mrn).element("exitDateAndTime", at)),
        PROOF);
  }

  private void call(byte[] notification, Duration after) {
    practice.call(notification, after);
  }

  private Instant later(Instant moment, Duration after) {
    return practice.later(moment, after);
  }

  /** What the office writes about one declaration. */
  private record Answers(String recipient, String answered, String lrn, String mrn) {
    Answers(IdmsMessage declaration, String lrn, String mrn) throws Unreadable {
      this(declaration.get("Message/messageSender"), declaration.identification(), lrn, mrn);
    }

    byte[] accepted(Instant at) {
      return write("IE528", at, xml -> numbers(xml).element("acceptanceDateAndTime", at));
    }

    byte[] refused(Instant at, Integer item, String pointer, String reason) {
      return write(
          "IE556",
          at,
          xml ->
              xml.element("LRN", lrn)
                  .element("rejectionDateAndTime", at)
                  .group(
                      "FunctionalError",
                      error ->
                          error
                              .element("goodsItemNumber", item == null ? null : item.toString())
                              .element("errorPointer", pointer)
                              .element("errorCode", "12")
                              .element("errorReason", reason)));
    }

    byte[] controlled(Instant at) {
      return write(
          "IE560",
          at,
          xml ->
              numbers(xml)
                  .element("controlDateAndTime", at)
                  .element("control", "DOCUMENTS")
                  .element("reason", "Commercial invoice"));
    }

    byte[] released(Instant at) {
      return write("IE529", at, xml -> numbers(xml).element("releaseDateAndTime", at));
    }

    byte[] notReleased(Instant at, String reason) {
      return write(
          "IE551",
          at,
          xml -> numbers(xml).element("decisionDateAndTime", at).element("reason", reason));
    }

    private IdmsWriter numbers(IdmsWriter xml) throws javax.xml.stream.XMLStreamException {
      return xml.element("LRN", lrn).element("MRN", mrn);
    }

    private byte[] write(String name, Instant at, IdmsWriter.Content content) {
      return Aes.theirs(name, recipient, at, lrn + "-" + name.substring(2), answered, content);
    }
  }
}
