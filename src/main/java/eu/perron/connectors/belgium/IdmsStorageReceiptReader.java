package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import eu.perron.imports.StorageAnswer;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads IE426 or IE906, which the administration answers to a declaration of temporary storage
 * while the line is open.
 */
@Component
class IdmsStorageReceiptReader implements ReplyReader {
  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "temporary-storage";
  }

  /** Without a receipt we do not know that it was taken; a second copy of it does no harm. */
  @Override
  public List<Arrival> read(OutgoingMessage sent, Reply reply) {
    try {
      IdmsMessage answer = Idms.read(reply.body());
      String lrn = answer.get("LRN");
      if (!lrn.equals(sent.key())) {
        throw new Unreadable(
            answer.name() + "/LRN", lrn + " is not what we declared, " + sent.key());
      }
      return List.of(
          new Arrival(
              StorageAnswer.ARRIVAL,
              answer.name() + " " + answer.identification(),
              lrn,
              answerOf(answer, lrn)));
    } catch (Unreadable noReceipt) {
      throw new PartnerUnavailable(
          "Belgian customs gave no receipt for " + sent.key() + ": " + noReceipt.getMessage(),
          noReceipt);
    }
  }

  private static StorageAnswer answerOf(IdmsMessage answer, String lrn) throws Unreadable {
    return switch (answer.name()) {
      case "IE426" -> new StorageAnswer(lrn, answer.mrn(), null);
      case "IE906" -> new StorageAnswer(lrn, null, CustomsVoice.faults(answer));
      default -> throw new Unreadable(answer.name(), "is no receipt; IE426 or IE906 is wanted");
    };
  }
}
