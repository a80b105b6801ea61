package eu.perron.connectors.bpost;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.delivery.NewAttemptAnswer;
import eu.perron.exchange.Arrival;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewAttemptTest {
  private final NewAttemptReply reader = new NewAttemptReply();

  @Test
  void aWishIsWrittenAsTheSampleSays() {
    for (String operation : List.of("new-attempt", "recall")) {
      assertThat(Samples.json(Samples.message(operation, Samples.instruction()).body()))
          .isEqualTo(Samples.json(Samples.bytes(operation + "-request.json")));
    }
  }

  @Test
  void aPromiseToComeAgainIsRead() {
    assertThat(read("new-attempt-answer.json"))
        .isEqualTo(new NewAttemptAnswer(Samples.ORDER + "-2", Samples.ORDER, null));
  }

  @Test
  void aRefusalToComeAgainIsAnAnswerAndNoFailure() {
    assertThat(read("new-attempt-refused.json"))
        .isEqualTo(
            new NewAttemptAnswer(
                Samples.ORDER + "-2", Samples.ORDER, "ITEM_UNKNOWN None of these items is here"));
  }

  private Object read(String sample) {
    Arrival arrival =
        reader
            .read(Samples.sent("new-attempt", Samples.ORDER + "-2"), Samples.reply(sample))
            .get(0);
    assertThat(arrival.kind()).isEqualTo("new-attempt");
    return arrival.content();
  }
}
