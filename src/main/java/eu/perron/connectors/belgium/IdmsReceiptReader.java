package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads IE928 or IE906, which the administration answers to a declaration while the line is open;
 * one for each declaration of a batch.
 */
@Component
class IdmsReceiptReader implements ReplyReader {
  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "declaration";
  }

  /**
   * Without a receipt we do not know that the declaration was taken; a second copy of it does no
   * harm.
   */
  @Override
  public List<Arrival> read(OutgoingMessage sent, Reply reply) {
    try {
      IdmsMessage answer = Idms.read(reply.body());
      IdmsMessage asked = Idms.read(sent.body());
      List<IdmsMessage> receipts = answer.isBatch() ? answer.parts() : List.of(answer);
      Set<String> open = lrns(asked.isBatch() ? asked.parts() : List.of(asked));
      List<Arrival> arrivals = new ArrayList<>();
      for (IdmsMessage receipt : receipts) {
        String lrn = receipt.get("LRN");
        if (!open.remove(lrn)) {
          throw new Unreadable(
              receipt.name() + "/LRN", lrn + " is not the declaration we sent, " + sent.key());
        }
        arrivals.addAll(CustomsVoice.understand(receipt));
      }
      if (!open.isEmpty()) {
        throw new Unreadable(answer.name(), "has no receipt for " + String.join(", ", open));
      }
      return arrivals;
    } catch (Unreadable noReceipt) {
      throw new PartnerUnavailable(
          "Belgian customs gave no receipt for " + sent.key() + ": " + noReceipt.getMessage(),
          noReceipt);
    }
  }

  private static Set<String> lrns(List<IdmsMessage> declarations) {
    Set<String> lrns = new LinkedHashSet<>();
    for (IdmsMessage declaration : declarations) {
      lrns.addAll(declaration.all("Declaration/LRN"));
    }
    return lrns;
  }
}
