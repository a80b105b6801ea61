package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.imports.AmendmentAnswer;
import eu.perron.imports.ControlResult;
import eu.perron.imports.DeclarationAnswer;
import eu.perron.imports.DeclarationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Understands what the administration says about a declaration, at once or later. */
final class CustomsVoice {
  private CustomsVoice() {}

  static List<Arrival> understand(IdmsMessage message) throws Unreadable {
    return switch (message.name()) {
      case "IE928" ->
          one(message, DeclarationState.RECEIVED, "Message/preparationDateAndTime", null);
      case "IE906", "IE416" ->
          one(message, DeclarationState.REFUSED, "rejectionDateAndTime", faults(message));
      case "IE426" -> one(message, DeclarationState.REGISTERED, "registrationDateAndTime", null);
      case "IE428" -> one(message, DeclarationState.ACCEPTED, "acceptanceDateAndTime", null);
      case "IE429" -> one(message, DeclarationState.RELEASED, "releaseDateAndTime", null);
      case "IE451" ->
          one(
              message,
              isTrue(message, "seized") ? DeclarationState.SEIZED : DeclarationState.NOT_RELEASED,
              "decisionDateAndTime",
              message.get("reason"));
      case "IE460" ->
          one(
              message,
              message.get("control").equals("PHYSICAL")
                  ? DeclarationState.UNDER_INSPECTION
                  : DeclarationState.DOCUMENTS_REQUESTED,
              "controlDateAndTime",
              message.get("reason"));
      case "ControlResult" -> result(message);
      case "IE404" -> amendment(message, true);
      case "IE405" -> amendment(message, false);
      case "IE410" ->
          isTrue(message, "granted")
              ? one(
                  message,
                  DeclarationState.INVALIDATED,
                  "decisionDateAndTime",
                  message.find("reason").orElse(null))
              : List.of();
      default ->
          throw new Unreadable(
              message.name(), "is a message that we send, not one that we receive");
    };
  }

  private static List<Arrival> result(IdmsMessage message) throws Unreadable {
    String reason = message.find("reason").orElse(null);
    if (message.get("result").equals("DESTROYED")) {
      return one(message, DeclarationState.DESTROYED, "controlDateAndTime", reason);
    }
    String lrn = message.find("LRN").orElse(null);
    String mrn = message.mrn();
    String identity = message.name() + " " + message.identification();
    return List.of(
        new Arrival(
            ControlResult.ARRIVAL,
            identity,
            lrn == null ? mrn : lrn,
            new ControlResult(
                lrn,
                mrn,
                message.moment("controlDateAndTime"),
                reason,
                corrections(message),
                identity)));
  }

  private static List<Arrival> amendment(IdmsMessage message, boolean accepted) throws Unreadable {
    String lrn = message.find("LRN").orElse(null);
    String mrn = message.mrn();
    mustName(message, lrn, mrn);
    String identity = message.name() + " " + message.identification();
    return List.of(
        new Arrival(
            AmendmentAnswer.ARRIVAL,
            identity,
            lrn == null ? mrn : lrn,
            new AmendmentAnswer(
                lrn,
                mrn,
                message.find("Message/correlationIdentifier").orElse(null),
                accepted,
                message.moment("decisionDateAndTime"),
                message.find("reason").orElse(null),
                identity)));
  }

  /** One message corrects one item, so that each element belongs to it. */
  private static List<ControlResult.Correction> corrections(IdmsMessage message) throws Unreadable {
    if (!message.get("result").equals("CORRECTED")) {
      return List.of();
    }
    String hsCode = message.find("Correction/harmonizedSystemSubheadingCode").orElse(null);
    String price = message.find("Correction/ItemAmount/amount").orElse(null);
    if (hsCode == null && price == null) {
      throw new Unreadable(
          message.name() + "/Correction", "corrects nothing: a code or an amount is wanted");
    }
    return List.of(
        new ControlResult.Correction(
            Integer.parseInt(message.get("Correction/goodsItemNumber")),
            hsCode,
            price == null ? null : new BigDecimal(price),
            message.find("Correction/ItemAmount/currency").orElse(null),
            message.find("Correction/reason").orElse(null)));
  }

  private static List<Arrival> one(
      IdmsMessage message, DeclarationState state, String dated, String reason) throws Unreadable {
    String lrn = message.find("LRN").orElse(null);
    String mrn = message.mrn();
    mustName(message, lrn, mrn);
    String identity = message.name() + " " + message.identification();
    Instant at = message.moment(dated);
    return List.of(
        new Arrival(
            DeclarationAnswer.ARRIVAL,
            identity,
            lrn == null ? mrn : lrn,
            new DeclarationAnswer(state, lrn, mrn, at, reason, item(message), identity)));
  }

  private static void mustName(IdmsMessage message, String lrn, String mrn) throws Unreadable {
    if (lrn == null && mrn == null) {
      throw new Unreadable(message.name(), "names no declaration: LRN or MRN is wanted");
    }
  }

  /** The item of the first fault, which is the one a clerk mends first. */
  private static Integer item(IdmsMessage message) {
    Optional<String> number = message.find("FunctionalError/goodsItemNumber");
    return number.map(Integer::valueOf).orElse(null);
  }

  static String faults(IdmsMessage message) {
    return String.join("; ", message.all("FunctionalError/errorReason"));
  }

  private static boolean isTrue(IdmsMessage message, String path) throws Unreadable {
    String value = message.get(path);
    return value.equals("true") || value.equals("1");
  }
}
