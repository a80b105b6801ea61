package eu.perron.orders;

import eu.perron.house.PublicAddress;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a seller learns when we took an order. */
@Schema(name = "OrderTaken")
record OrderAnswer(
    @Schema(example = "P26ANF5Q8C41") String orderNumber,
    String reference,
    Status status,
    @Schema(description = "For the consignee; no login.") String trackingUrl,
    Links links) {

  record Links(String self, String cancellation, String tracking) {
    static Links of(String number) {
      return new Links(
          "/api/v1/orders/" + number,
          "/api/v1/orders/" + number + "/cancellation",
          "/api/v1/tracking/" + number);
    }
  }

  static OrderAnswer of(Order order, PublicAddress address) {
    return of(order.number(), order.reference(), order.status(), address);
  }

  static OrderAnswer of(Acceptance taken, PublicAddress address) {
    return of(taken.number(), taken.reference(), taken.status(), address);
  }

  private static OrderAnswer of(
      String number, String reference, Status status, PublicAddress address) {
    return new OrderAnswer(number, reference, status, address.tracking(number), Links.of(number));
  }
}
