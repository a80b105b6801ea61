package eu.perron.connectors.bpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.delivery.LabelAnswer;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
  private final LabelReply reader = new LabelReply();
  private final OutgoingMessage sent = Samples.sent("label", Samples.ORDER + "-1");

  @Test
  void aBookingIsWrittenAsTheSampleSays() {
    OutgoingMessage message =
        Samples.label(Samples.booking("men's cotton T-shirt, knitted, black"));
    assertThat(message.key()).isEqualTo(Samples.ORDER + "-1");
    assertThat(Samples.json(message.body()))
        .isEqualTo(Samples.json(Samples.bytes("label-request.json")));
  }

  @Test
  void theSameBookingIsWrittenInTheSameBytes() {
    assertThat(Samples.label(Samples.booking("tea")).body())
        .isEqualTo(Samples.label(Samples.booking("tea")).body());
  }

  @Test
  void theLabelAndTheNumberOfEachParcelAreRead() {
    Arrival arrival = only(reader.read(sent, Samples.reply("label-answer.json")));
    LabelAnswer answer = (LabelAnswer) arrival.content();
    assertThat(arrival.kind()).isEqualTo("label");
    assertThat(arrival.key()).isEqualTo(Samples.ORDER + "-1");
    assertThat(answer.hasNoLabel()).isFalse();
    assertThat(answer.pieces())
        .containsExactly(new LabelAnswer.Numbered(Samples.PARCEL, Samples.BARCODE));
    assertThat(answer.labelContentType()).isEqualTo("application/pdf");
    assertThat(new String(answer.label(), StandardCharsets.US_ASCII)).startsWith("%PDF-");
  }

  @Test
  void aRefusedAddressIsAnAnswerAndNoFailure() {
    LabelAnswer answer =
        (LabelAnswer) only(reader.read(sent, Samples.reply("label-refused.json"))).content();
    assertThat(answer.hasNoLabel()).isTrue();
    assertThat(answer.bookingKey()).isEqualTo(Samples.ORDER + "-1");
    assertThat(answer.refusal()).isEqualTo("ADDRESS_UNKNOWN This street is not known in this town");
  }

  @Test
  void anAnswerWithNeitherLabelNorErrorIsNone() {
    for (String nonsense :
        List.of("", "[]", "{}", "<html>", "{\"boxes\":[{\"reference\":\"x\",\"barcode\":null}]}")) {
      Reply reply = new Reply("application/json", nonsense.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> reader.read(sent, reply)).isInstanceOf(PartnerUnavailable.class);
    }
  }

  private static Arrival only(List<Arrival> arrivals) {
    assertThat(arrivals).hasSize(1);
    return arrivals.get(0);
  }
}
