package eu.perron.connectors.china;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.Application;
import eu.perron.exports.Dispatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.validation.Schema;

/**
 * What our messages have in common: up to 100 of something, who sends it, a signature over all, and
 * that they keep to the schema.
 */
abstract class CebComposer implements Composer {
  private static final int MOST_IN_A_MESSAGE = 100;

  protected final Registration registration;
  private final SigningKey key;
  private final String message;
  private final String operation;

  CebComposer(String message, String operation, Registration registration, SigningKey key) {
    this.message = message;
    this.operation = operation;
    this.registration = registration;
    this.key = key;
  }

  /** Writes one letter as one child of the message. */
  abstract void write(CebWriter message, PostedLetter letter);

  /** What the message must keep to. */
  Schema schema() {
    return CebXml.SCHEMA;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public int lettersPerMessage() {
    return MOST_IN_A_MESSAGE;
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    String guid = guid(letters);
    CebWriter writer = new CebWriter(message, guid);
    letters.forEach(letter -> write(writer, letter));
    writer
        .group("BaseTransfer")
        .text("copCode", registration.of("copCode"), 18)
        .text("copName", registration.of("copName"), 100)
        .code("dxpMode", registration.of("dxpMode"))
        .text("dxpId", registration.of("dxpId"), 30);
    CebSignature.sign(writer.laidOut().root(), key.pair(), registration.of("keyName"));
    byte[] bytes = writer.bytes();
    check(bytes, schema());
    return new OutgoingMessage(partner(), operation, guid, "application/xml", bytes);
  }

  /** What breaks the specification does not leave; an operator reads which element, and why. */
  private static void check(byte[] message, Schema schema) {
    try {
      CebXml.validate(message, schema);
    } catch (Unreadable broken) {
      throw new IllegalStateException(broken.getMessage(), broken);
    }
  }

  /** Follows from the letters, so that a message composed twice for them is the same message. */
  private String guid(List<PostedLetter> letters) {
    String keys = letters.stream().map(PostedLetter::key).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes((message + "\n" + keys).getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  protected static Group opened(Group head, String guid, boolean changed, Instant at) {
    return opened(head, new Dispatch(guid, changed ? Application.CHANGE : Application.NEW, at));
  }

  /** appStatus 2: declared. */
  protected static Group opened(Group head, Dispatch dispatch) {
    return head.code("guid", dispatch.guid())
        .code("appType", dispatch.application().code())
        .time("appTime", dispatch.at())
        .code("appStatus", "2");
  }

  protected Group code(Group group, String element) {
    return group.code(element, registration.of(element));
  }

  protected Group named(Group group, String code, String name) {
    return group.text(code, registration.of(code), 18).text(name, registration.of(name), 100);
  }

  protected static String voyage(String flight, LocalDate date) {
    return flight + "/" + date.toString().replace("-", "");
  }

  protected static String bill(String masterWaybill) {
    return masterWaybill.replace("-", "");
  }
}
