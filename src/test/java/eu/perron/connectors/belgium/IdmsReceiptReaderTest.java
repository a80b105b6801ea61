package eu.perron.connectors.belgium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.imports.DeclarationAnswer;
import eu.perron.imports.DeclarationState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdmsReceiptReaderTest {
  private final IdmsReceiptReader reader = new IdmsReceiptReader();
  private final OutgoingMessage sent =
      new OutgoingMessage(
          Partner.BELGIAN_CUSTOMS,
          "declaration",
          "PR26112200A1H701",
          Idms.CONTENT_TYPE,
          Samples.read("IE001.xml"));

  @Test
  void aReceiptSaysThatTheDeclarationWasReceived() {
    assertThat(answer("IE928.xml").state()).isEqualTo(DeclarationState.RECEIVED);
  }

  @Test
  void aRefusalOnValidationSaysWhy() {
    DeclarationAnswer answer = answer("IE906.xml");

    assertThat(answer.state()).isEqualTo(DeclarationState.REFUSED);
    assertThat(answer.reason()).isEqualTo("Description of goods is not acceptable");
  }

  @Test
  void aBatchIsAnsweredOneByOne() {
    List<Arrival> arrivals = reader.read(batch(), reply(Samples.text("ReceiptBatch.xml")));

    assertThat(arrivals)
        .extracting(arrival -> (DeclarationAnswer) arrival.content())
        .extracting(DeclarationAnswer::lrn, DeclarationAnswer::state)
        .containsExactly(
            tuple("PR26112200A1H701", DeclarationState.REFUSED),
            tuple("PR26112200A1H101", DeclarationState.RECEIVED));
    assertThat(arrivals).extracting(Arrival::key).doesNotHaveDuplicates();
  }

  @Test
  void aBatchWithoutAReceiptForEachIsSentAgain() {
    String one = Samples.text("ReceiptBatch.xml").replaceFirst("(?s)  <IE906>.*</IE906>\n", "");

    assertThatThrownBy(() -> reader.read(batch(), reply(one)))
        .isInstanceOf(PartnerUnavailable.class)
        .hasMessageContaining("has no receipt for PR26112200A1H701");
    assertThatThrownBy(() -> reader.read(batch(), reply(Samples.text("IE928.xml"))))
        .isInstanceOf(PartnerUnavailable.class)
        .hasMessageContaining("has no receipt for PR26112200A1H101");
  }

  private static OutgoingMessage batch() {
    return new OutgoingMessage(
        Partner.BELGIAN_CUSTOMS,
        "declaration",
        "batch",
        Idms.CONTENT_TYPE,
        Samples.read("DeclarationBatch.xml"));
  }

  @Test
  void withoutAReceiptTheDeclarationIsSentAgain() {
    assertThatThrownBy(() -> reader.read(sent, Reply.NONE)).isInstanceOf(PartnerUnavailable.class);
    assertThatThrownBy(() -> reader.read(sent, reply("<html>maintenance</html>")))
        .isInstanceOf(PartnerUnavailable.class)
        .hasMessageContaining("html");
    assertThatThrownBy(
            () -> reader.read(sent, reply(Samples.text("IE928.xml").replace("H701<", "H702<"))))
        .isInstanceOf(PartnerUnavailable.class)
        .hasMessageContaining("PR26112200A1H702 is not the declaration we sent");
  }

  private DeclarationAnswer answer(String sample) {
    return (DeclarationAnswer) reader.read(sent, reply(Samples.text(sample))).get(0).content();
  }

  private static Reply reply(String body) {
    return new Reply(Idms.CONTENT_TYPE, body.getBytes(StandardCharsets.UTF_8));
  }
}
