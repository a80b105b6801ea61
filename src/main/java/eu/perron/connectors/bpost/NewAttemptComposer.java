package eu.perron.connectors.bpost;

import eu.perron.delivery.NewAttempt;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks for another presentation of an order's parcels. */
@Component
class NewAttemptComposer implements Composer {
  static final String OPERATION = "new-attempt";

  private final BpostSettings settings;

  NewAttemptComposer(BpostSettings settings) {
    this.settings = settings;
  }

  @Override
  public Partner partner() {
    return Partner.BPOST;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    NewAttempt attempt = letters.get(0).as(NewAttempt.class);
    return new OutgoingMessage(
        partner(),
        operation(),
        attempt.key(),
        Wire.JSON,
        Wire.write(
            new Wire.Attempt(
                settings.account(),
                attempt.key(),
                Wire.time(attempt.askedAt()),
                attempt.barcodes())));
  }
}
