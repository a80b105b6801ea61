package eu.perron.connectors.bpost;

import eu.perron.delivery.NewAttemptAnswer;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads whether bpost will come once more. */
@Component
class NewAttemptReply implements ReplyReader {
  @Override
  public Partner partner() {
    return Partner.BPOST;
  }

  @Override
  public String operation() {
    return InstructionComposer.NEW_ATTEMPT;
  }

  @Override
  public List<Arrival> read(OutgoingMessage sent, Reply reply) {
    String order = sent.key().substring(0, sent.key().lastIndexOf('-'));
    String refusal = Replies.refusal(Replies.read(reply)).orElse(null);
    return List.of(
        new Arrival(
            "new-attempt", sent.key(), order, new NewAttemptAnswer(sent.key(), order, refusal)));
  }
}
