package eu.perron.connectors;

import eu.perron.exchange.Inbox;
import eu.perron.exchange.ReceivedMessage;
import eu.perron.exchange.Unreadables;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where partners' messages come in: reads them, keeps them, answers in the partner's own manner.
 * Nothing more happens here; the inbox applies what was kept.
 */
@Component("door")
public class Door {
  private static final Logger log = LoggerFactory.getLogger(Door.class);

  /** No message of any partner we know comes near; what is larger would only eat memory. */
  static final int LARGEST = 4 * 1024 * 1024;

  private static final MessageReader.Answer TOO_MANY =
      new MessageReader.Answer(
          429,
          "text/plain",
          "Too many of your messages of this hour could not be read; this one was not kept. "
              + "Mend what writes them, then send it again");

  private static final String BINARY = "application/octet-stream";
  private final MessageReaders readers;
  private final Inbox inbox;
  private final Unreadables unreadables;

  Door(MessageReaders readers, Inbox inbox, Unreadables unreadables) {
    this.readers = readers;
    this.inbox = inbox;
    this.unreadables = unreadables;
  }

  /** For doors that answer while the line is open. */
  public void take(String partner, String operation, Exchange exchange) throws IOException {
    MessageReader reader = reader(partner, operation);
    String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, BINARY, String.class);
    byte[] body = bytes(exchange);
    try {
      checkSize(body);
      answer(exchange, reader.taken(receive(reader, type, body)));
    } catch (Unreadable problem) {
      if (!refuse(reader, type, body, problem)) {
        answer(exchange, TOO_MANY);
        exchange.getMessage().setHeader("Retry-After", "3600");
      } else if (body.length > LARGEST) {
        answer(exchange, new MessageReader.Answer(413, "text/plain", problem.getMessage()));
      } else {
        answer(exchange, reader.refused(problem));
      }
    }
  }

  /** For files: an unreadable one throws, so that its route lays it aside. */
  public void takeFile(String partner, String operation, Exchange exchange)
      throws Unreadable, IOException {
    MessageReader reader = reader(partner, operation);
    byte[] body = bytes(exchange);
    try {
      checkSize(body);
      receive(reader, BINARY, body);
    } catch (Unreadable problem) {
      refuse(reader, BINARY, body, problem);
      throw problem;
    }
  }

  /** For files whose names say nothing: kept for a person, never read. */
  public void refuseFile(String partner, String operation, Exchange exchange)
      throws Unreadable, IOException {
    String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, "?", String.class);
    Unreadable problem = new Unreadable(name, "is a name that we did not agree on");
    refuse(reader(partner, operation), BINARY, bytes(exchange), problem);
    throw problem;
  }

  private static void checkSize(byte[] body) throws Unreadable {
    if (body.length > LARGEST) {
      throw new Unreadable(
          "the message", "is larger than " + LARGEST / (1024 * 1024) + " MB; send it in parts");
    }
  }

  private MessageReader.Reading receive(MessageReader reader, String type, byte[] body)
      throws Unreadable {
    MessageReader.Reading reading = MessageReaders.readWhatever(reader, body);
    boolean first =
        inbox.receive(
            new ReceivedMessage(
                reader.partner(),
                reader.operation(),
                reading.key(),
                type,
                body,
                reading.arrivals()));
    log.debug(
        "{} {} {} {}",
        reader.partner(),
        reader.operation(),
        reading.key(),
        first ? "taken" : "known already");
    return reading;
  }

  /** False if the partner sent so many that this one was not kept. */
  private boolean refuse(MessageReader reader, String type, byte[] body, Unreadable problem) {
    log.info("{} {} not readable at {}", reader.partner(), reader.operation(), problem.where());
    return unreadables.keep(reader.partner(), reader.operation(), type, body, problem.getMessage());
  }

  private MessageReader reader(String partner, String operation) {
    return readers
        .of(partner, operation)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A route names "
                        + partner
                        + " "
                        + operation
                        + ", but nobody reads it; known: "
                        + readers.operationsOf(partner)));
  }

  /** One byte more than the largest message, if it is larger. */
  private static byte[] bytes(Exchange exchange) throws IOException {
    try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
      return in == null ? new byte[0] : in.readNBytes(LARGEST + 1);
    }
  }

  private static void answer(Exchange exchange, MessageReader.Answer answer) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, answer.contentType());
    exchange.getMessage().setBody(answer.body());
  }
}
