package eu.perron.connectors.bpost;

import eu.perron.delivery.QuietParcels;
import eu.perron.exchange.Partner;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks bpost about parcels it has long said nothing of; the route {@code tracking-poll} carries the question. */
@Component("bpostQuestion")
public class BpostQuestion {
  private final QuietParcels quiet;
  private final BpostSettings settings;

  BpostQuestion(QuietParcels quiet, BpostSettings settings) {
    this.quiet = quiet;
    this.settings = settings;
  }

  /** @return the question, or null if there is nothing to ask or no budget left today */
  public byte[] ask() {
    List<QuietParcels.Quiet> parcels =
        quiet.take(
            Partner.BPOST, settings.quietFor(), settings.askAtMost(), settings.askPerDay());
    return parcels.isEmpty()
        ? null
        : Wire.write(
            new Wire.Question(
                parcels.stream()
                    .map(parcel -> new Wire.Item(parcel.barcode(), Wire.time(parcel.bookedAt())))
                    .toList()));
  }
}
