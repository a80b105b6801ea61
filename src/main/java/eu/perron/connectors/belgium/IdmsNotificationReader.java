package eu.perron.connectors.belgium;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads what the administration pushes to {@code POST /connect/belgian-customs/notification}: one
 * notification, or several together.
 */
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
    return new Reading(message.name() + " " + message.identification(), arrivals(message));
  }

  private static List<Arrival> arrivals(IdmsMessage message) throws Unreadable {
    if (!message.name().equals(Idms.NOTIFICATIONS)) {
      return CustomsVoice.understand(message);
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (IdmsMessage notification : message.parts()) {
      arrivals.addAll(CustomsVoice.understand(notification));
    }
    return arrivals;
  }
}
