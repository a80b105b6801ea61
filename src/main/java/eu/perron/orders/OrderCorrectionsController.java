package eu.perron.orders;

import eu.perron.house.Problem;
import eu.perron.house.PublicAddress;
import eu.perron.orders.CancellationDesk.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrderCorrectionsController {
  private final OrderBody body;
  private final Orders orders;
  private final ArchivedOrders archived;
  private final OrderCorrections corrections;
  private final PublicAddress address;

  OrderCorrectionsController(
      OrderBody body,
      Orders orders,
      ArchivedOrders archived,
      OrderCorrections corrections,
      PublicAddress address) {
    this.body = body;
    this.orders = orders;
    this.archived = archived;
    this.corrections = corrections;
    this.address = address;
  }

  @PostMapping(
      path = "/{orderNumber}/corrections",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Mend an order that is held",
      description =
          "What holds it stands in its findings. 202: it is screened again at once. 409: it does"
              + " not wait for you.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = OrderCorrection.class))))
  @ApiResponse(
      responseCode = "202",
      description = "It is screened again",
      content = @Content(schema = @Schema(implementation = OrderAnswer.class)))
  ResponseEntity<OrderAnswer> correct(
      @PathVariable String orderNumber,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal seller)
      throws IOException {
    Order order =
        orders
            .findOf(seller.getName(), orderNumber)
            .orElseThrow(
                () ->
                    archived.refuses(
                        seller.getName(), orderNumber, OrderCorrectionsController::notCorrectable));
    Optional<Refusal> refusal =
        corrections.correct(order, body.correction(request.getInputStream()));
    if (refusal.isPresent()) {
      throw notCorrectable(refusal.get());
    }
    return ResponseEntity.accepted().body(OrderAnswer.of(orders.get(orderNumber), address));
  }

  private static Problem notCorrectable(Refusal refusal) {
    return Problem.of(
            HttpStatus.CONFLICT, "not-correctable", "It cannot be corrected", refusal.reason())
        .with("reason", refusal.code())
        .with("needed", refusal.needed());
  }
}
