package eu.perron.connectors.belgium;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.unionexports.CustomsNotice;
import eu.perron.unionexports.UnionExportState;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads what the export system pushes to {@code POST /connect/belgian-customs/export-notification}.
 */
@Component
class AesNotificationReader implements MessageReader {
  private static final int LONGEST_REASON = 1000;

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "export-notification";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    IdmsMessage message = Aes.read(body);
    String identity = message.name() + " " + message.identification();
    return new Reading(identity, understand(message, identity));
  }

  private static List<Arrival> understand(IdmsMessage message, String identity) throws Unreadable {
    return switch (message.name()) {
      case "IE528" -> one(message, identity, UnionExportState.ACCEPTED, "acceptanceDateAndTime");
      case "IE556" -> one(message, identity, UnionExportState.REFUSED, "rejectionDateAndTime");
      case "IE560" -> one(message, identity, UnionExportState.UNDER_CONTROL, "controlDateAndTime");
      case "IE529" -> one(message, identity, UnionExportState.RELEASED, "releaseDateAndTime");
      case "IE551" -> one(message, identity, UnionExportState.NOT_RELEASED, "decisionDateAndTime");
      case "IE599" -> one(message, identity, UnionExportState.EXITED, "exitDateAndTime");
      // Only a satisfactory result is an exit; what became of the rest, IE599 or a person will say.
      case "IE518" ->
          message.get("exitControlResult").startsWith("A")
              ? one(message, identity, UnionExportState.EXITED, "exitDateAndTime")
              : List.of();
      default ->
          throw new Unreadable(
              message.name(), "is a message that we send, not one that we receive");
    };
  }

  private static List<Arrival> one(
      IdmsMessage message, String identity, UnionExportState state, String dated)
      throws Unreadable {
    String lrn = message.find("LRN").orElse(null);
    String mrn = message.mrn();
    return List.of(
        new Arrival(
            CustomsNotice.ARRIVAL,
            identity,
            lrn == null ? mrn : lrn,
            new CustomsNotice(
                state, lrn, mrn, message.moment(dated), reason(message), item(message))));
  }

  private static String reason(IdmsMessage message) {
    String faults = String.join("; ", message.all("FunctionalError/errorReason"));
    String said = faults.isEmpty() ? message.find("reason").orElse(null) : faults;
    return said == null || said.length() <= LONGEST_REASON
        ? said
        : said.substring(0, LONGEST_REASON - 1) + "…";
  }

  /** The item of the first fault, which is the one a clerk mends first. */
  private static Integer item(IdmsMessage message) {
    return message.find("FunctionalError/goodsItemNumber").map(Integer::valueOf).orElse(null);
  }
}
