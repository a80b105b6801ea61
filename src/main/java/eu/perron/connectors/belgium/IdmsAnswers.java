package eu.perron.connectors.belgium;

import eu.perron.connectors.belgium.IdmsWriter.Content;
import eu.perron.connectors.belgium.IdmsWriter.Part;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;

/**
 * What a customs office writes; the same answer to the same declaration always has the same
 * identity.
 */
final class IdmsAnswers {
  private final String lrn;
  private final String mrn;
  private final String recipient;
  private final String answered;

  IdmsAnswers(String lrn, String mrn, String recipient, String answered) {
    this.lrn = lrn;
    this.mrn = mrn;
    this.recipient = recipient;
    this.answered = answered;
  }

  Part received(Instant at) {
    return write("IE928", at, xml -> xml.element("LRN", lrn));
  }

  /**
   * @param item number of the goods item at fault, or null
   */
  Part refused(String name, Instant at, Integer item, String pointer, String code, String reason) {
    return write(
        name,
        at,
        xml ->
            xml.element("LRN", lrn)
                .element("rejectionDateAndTime", at)
                .group(
                    "FunctionalError",
                    error ->
                        error
                            .element("goodsItemNumber", item == null ? null : item.toString())
                            .element("errorPointer", pointer, 512)
                            .element("errorCode", code)
                            .element("errorReason", reason, 512)));
  }

  Part registered(Instant at) {
    return write("IE426", at, xml -> numbers(xml).element("registrationDateAndTime", at));
  }

  Part accepted(Instant at) {
    return write("IE428", at, xml -> numbers(xml).element("acceptanceDateAndTime", at));
  }

  Part released(Instant at) {
    return write("IE429", at, xml -> numbers(xml).element("releaseDateAndTime", at));
  }

  Part notReleased(Instant at, String reason, boolean seized) {
    return write(
        "IE451",
        at,
        xml ->
            numbers(xml)
                .element("decisionDateAndTime", at)
                .element("reason", reason)
                .element("seized", seized));
  }

  Part controlled(Instant at, String control, String reason) {
    return write(
        "IE460",
        at,
        xml ->
            numbers(xml)
                .element("controlDateAndTime", at)
                .element("control", control)
                .element("reason", reason));
  }

  /**
   * @param result CONFORM or DESTROYED
   */
  Part found(Instant at, String result, String reason) {
    return write(
        "ControlResult",
        at,
        xml ->
            numbers(xml)
                .element("controlDateAndTime", at)
                .element("result", result)
                .element("reason", reason));
  }

  Part corrected(Instant at, int item, String price, String currency, String reason) {
    return write(
        "ControlResult",
        at,
        xml ->
            numbers(xml)
                .element("controlDateAndTime", at)
                .element("result", "CORRECTED")
                .group(
                    "Correction",
                    correction ->
                        correction
                            .element("goodsItemNumber", item)
                            .group(
                                "ItemAmount",
                                amount ->
                                    amount.element("amount", price).element("currency", currency))
                            .element("reason", reason)));
  }

  Part invalidated(Instant at) {
    return write(
        "IE410",
        at,
        xml -> numbers(xml).element("decisionDateAndTime", at).element("granted", true));
  }

  private IdmsWriter numbers(IdmsWriter xml) throws XMLStreamException {
    return xml.element("LRN", lrn).element("MRN", mrn);
  }

  /** Its identity is the request's: a declaration may be amended several times. */
  Part amended(Instant at, String refusal) {
    String name = refusal == null ? "IE404" : "IE405";
    return new Part(
        name,
        IdmsWriter.ADMINISTRATION,
        recipient,
        at,
        answered + "-" + name.substring(2),
        answered,
        xml -> numbers(xml).element("decisionDateAndTime", at).element("reason", refusal));
  }

  private Part write(String name, Instant at, Content content) {
    return new Part(
        name,
        IdmsWriter.ADMINISTRATION,
        recipient,
        at,
        lrn + "-" + (name.startsWith("IE") ? name.substring(2) : name),
        answered,
        content);
  }
}
