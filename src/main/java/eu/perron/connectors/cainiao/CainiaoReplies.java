package eu.perron.connectors.cainiao;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.connectors.Unreadable;
import eu.perron.delivery.LabelAnswer;
import eu.perron.delivery.NewAttemptAnswer;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Read what Cainiao answers while the line is open. */
@Configuration(proxyBeanMethods = false)
class CainiaoReplies {
  private static final String ZPL = "application/zpl";

  private interface Understanding {
    List<Arrival> of(OutgoingMessage sent, Reply reply, JsonNode answer);
  }

  @Bean
  ReplyReader cainiaoLabelReply() {
    return new CainiaoReply("label", (sent, reply, answer) -> label(sent.key(), answer));
  }

  @Bean
  ReplyReader cainiaoNewAttemptReply() {
    return new CainiaoReply(
        "new-attempt",
        (sent, reply, answer) -> {
          String order = sent.key().substring(0, sent.key().lastIndexOf('-'));
          String refusal = refusal(answer).orElse(null);
          return List.of(
              new Arrival(
                  "new-attempt",
                  sent.key(),
                  order,
                  new NewAttemptAnswer(sent.key(), order, refusal)));
        });
  }

  /** No answer but yes is foreseen. */
  @Bean
  ReplyReader cainiaoRecallReply() {
    return new CainiaoReply(
        "recall",
        (sent, reply, answer) -> {
          refusal(answer)
              .ifPresent(
                  why -> {
                    throw new PartnerRefused(why, reply);
                  });
          return List.of();
        });
  }

  private static List<Arrival> label(String key, JsonNode answer) {
    LabelAnswer content =
        refusal(answer)
            .map(why -> LabelAnswer.refused(key, why))
            .orElseGet(() -> waybills(key, answer));
    String about = content.hasNoLabel() ? key : content.pieces().get(0).barcode();
    return List.of(new Arrival("label", key, about, content));
  }

  private static LabelAnswer waybills(String key, JsonNode answer) {
    List<LabelAnswer.Numbered> pieces = new ArrayList<>();
    for (JsonNode waybill : answer.path("waybills")) {
      String code = Link.text(waybill, "waybillCode");
      if (!ActionReader.WAYBILL.matcher(code).matches()) {
        throw unusable(key, "has a parcel without a waybill code");
      }
      pieces.add(new LabelAnswer.Numbered(Link.text(waybill, "objectId"), code));
    }
    byte[] label;
    try {
      label = Base64.getDecoder().decode(Link.text(answer, "printData"));
    } catch (IllegalArgumentException broken) {
      throw unusable(key, "has a broken label");
    }
    if (pieces.isEmpty() || label.length == 0) {
      throw unusable(key, "has neither waybills nor an error");
    }
    if (pieces.stream().map(LabelAnswer.Numbered::parcelNumber).distinct().count()
        < pieces.size()) {
      throw unusable(key, "numbers a parcel twice");
    }
    return new LabelAnswer(key, pieces, ZPL, label, null);
  }

  private static PartnerUnavailable unusable(String key, String why) {
    return new PartnerUnavailable("Cainiao's answer to " + key + " " + why, null);
  }

  /** Why it would not, in its own words; empty if it did. */
  private static Optional<String> refusal(JsonNode answer) {
    return answer.path("success").asBoolean(false)
        ? Optional.empty()
        : Optional.of(
            (Link.text(answer, "errorCode") + " " + Link.text(answer, "errorMsg")).strip());
  }

  private record CainiaoReply(String operation, Understanding understanding)
      implements ReplyReader {
    @Override
    public Partner partner() {
      return Partner.CAINIAO;
    }

    @Override
    public List<Arrival> read(OutgoingMessage sent, Reply reply) {
      try {
        JsonNode answer = Link.parse(reply.body());
        if (!answer.path("success").isBoolean()) {
          throw new PartnerUnavailable("Cainiao's answer does not say whether it succeeded", null);
        }
        return understanding.of(sent, reply, answer);
      } catch (Unreadable broken) {
        throw new PartnerUnavailable("Cainiao's answer is no JSON object", broken);
      }
    }
  }
}
