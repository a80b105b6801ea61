package eu.perron.connectors.belgium;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

/** Reads what the administration pushes to {@code POST /connect/belgian-customs/notification}. */
@Component
class IdmsNotificationReader implements MessageReader {
  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "notification";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    IdmsMessage message = Idms.read(body);
    return new Reading(
        message.name() + " " + message.identification(), CustomsVoice.understand(message));
  }
}
