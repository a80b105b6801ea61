package eu.perron.orders;

import eu.perron.orders.CancellationDesk.Refusal;
import java.util.Optional;

/** Knows whether an order waits for something that its seller can mend, and goes on with it. */
public interface CorrectionDesk {
  /** Empty: it waits for the seller. */
  Optional<Refusal> refusal(String orderNumber);

  /** What was wrong is mended; it is looked at again. */
  void corrected(String orderNumber, String sellerId, String note);
}
