package eu.perron.connectors.belgium;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.Mrn;
import eu.perron.unionexports.CustomsNotice;
import eu.perron.unionexports.UnionExportState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.xml.validation.Schema;
import org.springframework.stereotype.Component;

/**
 * Reads what a declaration system that speaks the WCO data model (DMS, type RES) says about an
 * export: {@code POST /connect/belgian-customs/wco-notification}. Only what it says of the
 * declaration as a whole; elements we do not know are passed over.
 */
@Component
class WcoNotificationReader implements MessageReader {
  private static final Schema SCHEMA =
      ForeignSchema.of(
          new ForeignSchema("", "MetaData"), new ForeignSchema(ForeignSchema.WCO, "MetaData"));

  private static final String RESPONSE = "Response/";
  private static final String DECLARATION = "Response/Declaration/";

  /** Format 304 of UN/EDIFACT 2379: with a zone. */
  private static final DateTimeFormatter FORMAT_304 =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssX");

  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_REASON = 1000;

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "wco-notification";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    IdmsMessage message = Idms.read(body, SCHEMA);
    if (message.all(RESPONSE + "FunctionCode").size() > 1) {
      throw new Unreadable("MetaData/Response", "is there twice; send one response a message");
    }
    String code = message.get(RESPONSE + "FunctionCode");
    String identity = "DMS" + code + " " + bounded(message, RESPONSE + "FunctionalReferenceID");
    return new Reading(
        identity, state(code, message).map(state -> arrival(identity, state)).orElse(List.of()));
  }

  private record Said(UnionExportState state, String lrn, String mrn, Instant at, String reason) {}

  private static List<Arrival> arrival(String identity, Said said) {
    return List.of(
        new Arrival(
            CustomsNotice.ARRIVAL,
            identity,
            said.lrn() == null ? said.mrn() : said.lrn(),
            new CustomsNotice(
                said.state(), said.lrn(), said.mrn(), said.at(), said.reason(), null)));
  }

  /**
   * The function codes of DMS; what is no news to an order (received, cleared, taxes …) is empty.
   */
  private static Optional<Said> state(String code, IdmsMessage message) throws Unreadable {
    return switch (code) {
      case "01" -> said(UnionExportState.ACCEPTED, "AcceptanceDateTime", null, message);
      case "03" -> said(UnionExportState.REFUSED, "RejectionDateTime", faults(message), message);
      case "05" ->
          said(UnionExportState.UNDER_CONTROL, "", "Physical inspection announced", message);
      case "06" -> said(UnionExportState.UNDER_CONTROL, "", "Documents requested", message);
      case "08" -> said(UnionExportState.RELEASED, "", null, message);
      case "16" -> said(UnionExportState.EXITED, "", null, message);
      case "02", "07", "09", "10", "11", "13", "14", "15" -> Optional.empty();
      default ->
          throw new Unreadable(
              "MetaData/Response/FunctionCode", code + " is no code of a notification we know");
    };
  }

  private static Optional<Said> said(
      UnionExportState state, String dated, String reason, IdmsMessage message) throws Unreadable {
    String lrn =
        message.find(DECLARATION + "FunctionalReferenceID").isPresent()
            ? bounded(message, DECLARATION + "FunctionalReferenceID")
            : null;
    String mrn = mrn(message);
    if (lrn == null && mrn == null) {
      throw new Unreadable(
          "MetaData/Response/Declaration", "names none: FunctionalReferenceID or ID is wanted");
    }
    String moment = DECLARATION + dated + "/DateTimeString";
    Instant at =
        message.find(moment).isPresent()
            ? moment(message, moment)
            : moment(message, RESPONSE + "IssueDateTime/DateTimeString");
    return Optional.of(new Said(state, lrn, mrn, at, reason));
  }

  private static String mrn(IdmsMessage message) throws Unreadable {
    Optional<String> given = message.find(DECLARATION + "ID");
    try {
      return given.map(Mrn::parse).map(Mrn::value).orElse(null);
    } catch (InvalidIdentifier invalid) {
      throw new Unreadable("MetaData/Response/Declaration/ID", invalid.reason());
    }
  }

  private static Instant moment(IdmsMessage message, String path) throws Unreadable {
    String given = message.get(path);
    try {
      return FORMAT_304.parse(given, Instant::from);
    } catch (DateTimeException noSuchMoment) {
      throw new Unreadable(
          "MetaData/" + path, given + " is no moment of format 304, as 20261122172216Z");
    }
  }

  private static String bounded(IdmsMessage message, String path) throws Unreadable {
    String given = message.get(path);
    if (given.length() > LONGEST_NUMBER) {
      throw new Unreadable("MetaData/" + path, "has more than " + LONGEST_NUMBER + " characters");
    }
    return given;
  }

  private static String faults(IdmsMessage message) {
    String codes = String.join("; ", message.all(RESPONSE + "Error/ValidationCode"));
    return codes.length() <= LONGEST_REASON ? codes : codes.substring(0, LONGEST_REASON);
  }
}
