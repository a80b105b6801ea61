package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads IE928 or IE906, which the administration answers to a declaration while the line is open.
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
      IdmsMessage receipt = Idms.read(reply.body());
      String lrn = receipt.get("LRN");
      if (!lrn.equals(sent.key())) {
        throw new Unreadable(
            receipt.name() + "/LRN", lrn + " is not the declaration we sent, " + sent.key());
      }
      return CustomsVoice.understand(receipt);
    } catch (Unreadable noReceipt) {
      throw new PartnerUnavailable(
          "Belgian customs gave no receipt for " + sent.key() + ": " + noReceipt.getMessage(),
          noReceipt);
    }
  }
}
