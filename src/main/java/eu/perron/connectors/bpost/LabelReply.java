package eu.perron.connectors.bpost;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.delivery.LabelAnswer;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the label, or the reason why there is none. */
@Component
class LabelReply implements ReplyReader {
  @Override
  public Partner partner() {
    return Partner.BPOST;
  }

  @Override
  public String operation() {
    return LabelComposer.OPERATION;
  }

  @Override
  public List<Arrival> read(OutgoingMessage sent, Reply reply) {
    JsonNode answer = Replies.read(reply);
    LabelAnswer content =
        Replies.refusal(answer)
            .map(why -> LabelAnswer.refused(sent.key(), why))
            .orElseGet(() -> label(sent.key(), answer));
    return List.of(new Arrival("label", sent.key(), about(content), content));
  }

  private static LabelAnswer label(String key, JsonNode answer) {
    List<LabelAnswer.Numbered> pieces = new ArrayList<>();
    for (JsonNode box : answer.path("boxes")) {
      String barcode = box.path("barcode").asText("");
      if (!TrackingReader.BARCODE.matcher(barcode).matches()) {
        throw new IllegalStateException(
            "bpost's answer to " + key + " has a box without a barcode");
      }
      pieces.add(new LabelAnswer.Numbered(box.path("reference").asText(""), barcode));
    }
    JsonNode label = answer.path("label");
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(label.path("data").asText(""));
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException("bpost's answer to " + key + " has a broken label", broken);
    }
    if (pieces.isEmpty() || bytes.length == 0) {
      throw new IllegalStateException("bpost's answer to " + key + " has neither label nor error");
    }
    return new LabelAnswer(key, pieces, label.path("contentType").asText(""), bytes, null);
  }

  private static String about(LabelAnswer content) {
    return content.hasNoLabel() ? content.bookingKey() : content.pieces().get(0).barcode();
  }
}
