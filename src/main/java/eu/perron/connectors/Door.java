package eu.perron.connectors;

import eu.perron.exchange.Inbox;
import eu.perron.exchange.ReceivedMessage;
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
  private static final int LARGEST = 64 * 1024 * 1024;
  private final MessageReaders readers;
  private final Inbox inbox;

  Door(MessageReaders readers, Inbox inbox) {
    this.readers = readers;
    this.inbox = inbox;
  }

  /** For doors that answer while the line is open. */
  public void take(String partner, String operation, Exchange exchange) throws IOException {
    MessageReader reader = reader(partner, operation);
    String type =
        exchange
            .getMessage()
            .getHeader(Exchange.CONTENT_TYPE, "application/octet-stream", String.class);
    byte[] body = bytes(exchange);
    if (body == null) {
      answer(
          exchange,
          new MessageReader.Answer(
              413,
              "text/plain",
              "The message is larger than " + LARGEST / (1024 * 1024) + " MB; send it in parts"));
      return;
    }
    try {
      answer(exchange, reader.taken(receive(reader, type, body)));
    } catch (Unreadable problem) {
      refuse(reader, type, body, problem);
      answer(exchange, reader.refused(problem));
    }
  }

  /** For files: an unreadable one throws, so that its route lays it aside. */
  public void takeFile(String partner, String operation, Exchange exchange) throws Unreadable {
    MessageReader reader = reader(partner, operation);
    byte[] body = exchange.getMessage().getBody(byte[].class);
    try {
      receive(reader, "application/octet-stream", body);
    } catch (Unreadable problem) {
      refuse(reader, "application/octet-stream", body, problem);
      throw problem;
    }
  }

  private MessageReader.Reading receive(MessageReader reader, String type, byte[] body)
      throws Unreadable {
    MessageReader.Reading reading = reader.read(body);
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

  private void refuse(MessageReader reader, String type, byte[] body, Unreadable problem) {
    log.info("{} {} not readable at {}", reader.partner(), reader.operation(), problem.where());
    inbox.keepUnreadable(reader.partner(), reader.operation(), type, body, problem.getMessage());
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

  private static byte[] bytes(Exchange exchange) throws IOException {
    try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
      byte[] body = in == null ? new byte[0] : in.readNBytes(LARGEST + 1);
      return body.length > LARGEST ? null : body;
    }
  }

  private static void answer(Exchange exchange, MessageReader.Answer answer) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, answer.contentType());
    exchange.getMessage().setBody(answer.body());
  }
}
