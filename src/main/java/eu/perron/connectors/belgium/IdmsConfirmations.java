package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the administration answers to documents and to a request to amend or to invalidate: that
 * they came. It changes nothing for us, but without it we do not know that they did.
 */
@Configuration(proxyBeanMethods = false)
class IdmsConfirmations {
  @Bean
  ReplyReader documentsConfirmation() {
    return new Confirmation("documents");
  }

  @Bean
  ReplyReader invalidationConfirmation() {
    return new Confirmation("invalidation");
  }

  @Bean
  ReplyReader amendmentConfirmation() {
    return new Confirmation("amendment");
  }

  private record Confirmation(String operation) implements ReplyReader {
    @Override
    public Partner partner() {
      return Partner.BELGIAN_CUSTOMS;
    }

    @Override
    public List<Arrival> read(OutgoingMessage sent, Reply reply) {
      try {
        IdmsMessage receipt = Idms.read(reply.body());
        if (receipt.name().equals("IE906")) {
          throw new PartnerRefused(
              String.join("; ", receipt.all("FunctionalError/errorReason")), reply);
        }
        return List.of();
      } catch (Unreadable noReceipt) {
        throw new PartnerUnavailable(
            "Belgian customs gave no receipt for " + sent.key() + ": " + noReceipt.getMessage(),
            noReceipt);
      }
    }
  }
}
