package eu.perron.imports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts declarations that others made into the file of the order whose reference they name. */
@Component
class DeclarationCopies implements ArrivalHandler<DeclarationCopy> {
  private final Orders orders;

  DeclarationCopies(Orders orders) {
    this.orders = orders;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String kind() {
    return DeclarationCopy.ARRIVAL;
  }

  @Override
  public Class<DeclarationCopy> contentType() {
    return DeclarationCopy.class;
  }

  @Override
  public Outcome apply(DeclarationCopy copy) {
    Optional<Order> named =
        copy.references().stream().map(orders::find).flatMap(Optional::stream).findFirst();
    return named
        .map(order -> Outcome.applied(order.number()))
        .orElseGet(
            () ->
                Outcome.unmatched(
                    "No order of ours is called "
                        + (copy.references().isEmpty()
                            ? "anything in it: it names no reference"
                            : String.join(" or ", copy.references()))));
  }

  @Override
  public Match<DeclarationCopy> match(DeclarationCopy copy, String orderNumber) {
    return Match.to(copy.about(orderNumber), orderNumber);
  }
}
