package eu.perron.connectors.bpost;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.delivery.LabelAnswer;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the label, or the reason why there is none. */
@Component
class LabelReply implements ReplyReader {
  private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}/[A-Za-z0-9.+-]{1,60}");

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
      String barcode = Wire.text(box, "barcode");
      if (!TrackingReader.BARCODE.matcher(barcode).matches()) {
        throw new PartnerUnavailable(
            "bpost's answer to " + key + " has a box without a barcode", null);
      }
      pieces.add(new LabelAnswer.Numbered(Wire.text(box, "reference"), barcode));
    }
    if (pieces.stream().map(LabelAnswer.Numbered::parcelNumber).distinct().count()
        < pieces.size()) {
      throw new PartnerUnavailable("bpost's answer to " + key + " numbers a box twice", null);
    }
    JsonNode label = answer.path("label");
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(Wire.text(label, "data"));
    } catch (IllegalArgumentException broken) {
      throw new PartnerUnavailable("bpost's answer to " + key + " has a broken label", broken);
    }
    if (pieces.isEmpty() || bytes.length == 0) {
      throw new PartnerUnavailable(
          "bpost's answer to " + key + " has neither label nor error", null);
    }
    String type = Wire.text(label, "contentType");
    if (!TYPE.matcher(type).matches()) {
      throw new PartnerUnavailable(
          "bpost's answer to " + key + " does not say what its label is", null);
    }
    return new LabelAnswer(key, pieces, type, bytes, null);
  }

  private static String about(LabelAnswer content) {
    return content.hasNoLabel() ? content.bookingKey() : content.pieces().get(0).barcode();
  }
}
