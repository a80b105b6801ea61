package eu.perron.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * An order that nobody placed: what would be, if it were.
 *
 * @param order without number and seller; what was not told is null; a line without a piece is
 *     cancelled
 * @param acceptedOn the day on which customs would accept its declaration; null: today
 */
public record OrderEnquiry(Order order, LocalDate acceptedOn) {

  /** How it looks in a request; for the description of the API. */
  @Schema(
      name = "LandedCostQuestion",
      description =
          "An order, as it would be placed, and the day. Names and addresses, reference, delivery,"
              + " parcels, net weights and origins may be left out; a line with quantity 0 is"
              + " cancelled.",
      allOf = OrderRequest.class)
  public record Question(
      @Schema(
              description =
                  "The day customs accepts the declaration, past or future; absent: today.",
              example = "2026-11-22")
          LocalDate acceptedOn) {}
}
