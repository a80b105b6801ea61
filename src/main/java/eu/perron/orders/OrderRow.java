package eu.perron.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** An order in a list. */
@Schema(name = "OrderSummary")
record OrderRow(
    String orderNumber,
    String reference,
    Status status,
    Stage stage,
    String lane,
    Instant placedAt,
    Instant acceptedAt,
    String trackingUrl,
    OrderAnswer.Links links) {

  /**
   * @param nextCursor asks for the page after this one; null: this is the last
   */
  @Schema(name = "OrderPage")
  record Page(List<OrderRow> orders, String nextCursor) {}
}
