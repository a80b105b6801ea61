package eu.perron.connectors.bpost;

import eu.perron.delivery.LabelBooking;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.orders.DeliveryService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes a label booking: one order, a box for each parcel. */
@Component
class LabelComposer implements Composer {
  static final String OPERATION = "label";
  private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

  private final BpostSettings settings;

  LabelComposer(BpostSettings settings) {
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

  /** A label is wanted when the van is loaded; until then customs goes first. */
  @Override
  public boolean isUrgent() {
    return false;
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    LabelBooking booking = letters.get(0).as(LabelBooking.class);
    return new OutgoingMessage(
        partner(), operation(), booking.key(), Wire.JSON, Wire.write(order(booking)));
  }

  private Wire.Order order(LabelBooking booking) {
    LabelBooking.Consignee to = booking.consignee();
    Product product = Product.of(booking.service());
    Wire.Receiver receiver =
        new Wire.Receiver(
            to.name(), to.street(), to.postcode(), to.city(), to.country(), to.email(), to.phone());
    return new Wire.Order(
        settings.account(),
        booking.key(),
        Wire.time(booking.bookedAt()),
        settings.labelFormat(),
        booking.streetCorrected(),
        booking.pieces().stream().map(piece -> box(piece, booking, product, receiver)).toList());
  }

  private static Wire.Box box(
      LabelBooking.Piece piece, LabelBooking booking, Product product, Wire.Receiver receiver) {
    return new Wire.Box(
        piece.number(),
        product.product,
        product.method,
        booking.pickupPoint(),
        receiver,
        piece.grossWeightKg().multiply(GRAMS).setScale(0, RoundingMode.UP).intValueExact(),
        piece.lengthCm(),
        piece.widthCm(),
        piece.heightCm(),
        new Wire.CustomsInfo("GOODS", booking.goods()));
  }

  /** bpost's own product and delivery method names for Belgium. */
  private enum Product {
    HOME("bpack 24h Pro", "atHome"),
    PICKUP_POINT("bpack@bpost", "atBpost"),
    LOCKER("bpack 24/7", "at24-7");

    private final String product;
    private final String method;

    Product(String product, String method) {
      this.product = product;
      this.method = method;
    }

    static Product of(DeliveryService service) {
      return valueOf(service.name());
    }
  }
}
