package eu.perron.connectors.bpost;

import eu.perron.delivery.QuietParcels;
import eu.perron.exchange.Enquiry;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks bpost about parcels it has long said nothing of. A question is no letter: unanswered it is
 * dropped, and asked anew when the parcel has been quiet for as long again.
 */
@Component("bpostQuestion")
public class BpostQuestion {
  private static final Logger log = LoggerFactory.getLogger(BpostQuestion.class);
  private static final String OPERATION = "tracking-question";

  private final QuietParcels quiet;
  private final Enquiry enquiry;
  private final BpostSettings settings;

  BpostQuestion(QuietParcels quiet, Enquiry enquiry, BpostSettings settings) {
    this.quiet = quiet;
    this.enquiry = enquiry;
    this.settings = settings;
  }

  /**
   * @return bpost's answer, or null if there was nothing to ask, no budget left today, or no answer
   */
  public byte[] ask() {
    if (!enquiry.isWelcome(Partner.BPOST)) {
      return null;
    }
    List<QuietParcels.Quiet> parcels =
        quiet.take(Partner.BPOST, settings.quietFor(), settings.askAtMost(), settings.askPerDay());
    if (parcels.isEmpty()) {
      return null;
    }
    try {
      return enquiry.ask(question(parcels)).map(Reply::body).orElse(null);
    } catch (PartnerRefused | PartnerUnavailable problem) {
      log.warn(
          "bpost did not say where {} quiet parcels are: {}", parcels.size(), problem.getMessage());
      return null;
    }
  }

  private static OutgoingMessage question(List<QuietParcels.Quiet> parcels) {
    return new OutgoingMessage(
        Partner.BPOST,
        OPERATION,
        parcels.get(0).barcode(),
        Wire.JSON,
        Wire.write(
            new Wire.Question(
                parcels.stream()
                    .map(parcel -> new Wire.Item(parcel.barcode(), Wire.time(parcel.bookedAt())))
                    .toList())));
  }
}
