package eu.perron.connectors.bpost;

import eu.perron.connectors.StatusCodes;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import eu.perron.house.PerronSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BpostConfiguration {
  @Bean
  InstructionComposer bpostNewAttemptComposer(BpostSettings settings) {
    return new InstructionComposer(InstructionComposer.NEW_ATTEMPT, settings);
  }

  @Bean
  InstructionComposer bpostRecallComposer(BpostSettings settings) {
    return new InstructionComposer(InstructionComposer.RECALL, settings);
  }

  /** No answer but yes is foreseen; anything else is not bpost's. */
  @Bean
  ReplyReader bpostRecallReply() {
    return new ReplyReader() {
      @Override
      public Partner partner() {
        return Partner.BPOST;
      }

      @Override
      public String operation() {
        return InstructionComposer.RECALL;
      }

      @Override
      public List<Arrival> read(OutgoingMessage sent, Reply reply) {
        Replies.refusal(Replies.read(reply))
            .ifPresent(
                why -> {
                  throw new PartnerRefused(why, reply);
                });
        return List.of();
      }
    };
  }

  @Bean
  TrackingReader bpostTrackingReader(PerronSettings settings) {
    return new TrackingReader(
        StatusCodes.load(settings.connectorsDir().resolve("bpost").resolve("status-codes.csv")));
  }
}
