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
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrdersController {
  private static final String RETRY_AFTER_SECONDS = "10";

  private final Intake intake;
  private final OrderBody body;
  private final Capacity capacity;
  private final Orders orders;
  private final ArchivedOrders archived;
  private final OrderList list;
  private final OrderCancellation cancellation;
  private final PublicAddress address;

  OrdersController(
      Intake intake,
      OrderBody body,
      Capacity capacity,
      Orders orders,
      ArchivedOrders archived,
      OrderList list,
      OrderCancellation cancellation,
      PublicAddress address) {
    this.intake = intake;
    this.body = body;
    this.capacity = capacity;
    this.orders = orders;
    this.archived = archived;
    this.list = list;
    this.cancellation = cancellation;
    this.address = address;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Place an order",
      description =
          "Idempotent by your reference: the same content again is 200, other content is 409.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = OrderRequest.class))))
  @ApiResponse(
      responseCode = "201",
      description = "Taken",
      content = @Content(schema = @Schema(implementation = OrderAnswer.class)))
  @ApiResponse(
      responseCode = "200",
      description = "Taken before, the same content",
      content = @Content(schema = @Schema(implementation = OrderAnswer.class)))
  ResponseEntity<OrderAnswer> place(
      @Parameter(hidden = true) HttpServletRequest request, Principal seller) throws IOException {
    OrderRequest order = body.read(request.getInputStream());
    if (capacity.isFull()) {
      throw full();
    }
    Acceptance acceptance = intake.place(seller.getName(), order);
    OrderAnswer answer = OrderAnswer.of(acceptance, address);
    return switch (acceptance.kind()) {
      case NEW -> ResponseEntity.created(URI.create(answer.links().self())).body(answer);
      case REPEATED -> ResponseEntity.ok(answer);
      case REFERENCE_TAKEN ->
          throw Problem.of(
                  HttpStatus.CONFLICT,
                  "reference-taken",
                  "Reference taken",
                  "Under the reference %s you gave us other content. A new order needs a reference of its own."
                      .formatted(order.reference()))
              .with("orderNumber", answer.orderNumber());
    };
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Your orders, newest first",
      description = "Ask again with nextCursor as cursor until it is null.")
  OrderRow.Page list(
      @RequestParam Optional<String> reference,
      @RequestParam @Parameter(schema = @Schema(implementation = Status.class))
          Optional<String> status,
      @RequestParam @Parameter(schema = @Schema(implementation = Stage.class))
          Optional<String> stage,
      @RequestParam @Parameter(example = "2026-11-22T00:00:00+08:00") Optional<String> placedAfter,
      @RequestParam Optional<String> cursor,
      @RequestParam @Parameter(description = "1 to 200, otherwise 50") Optional<String> limit,
      Principal seller) {
    return list.page(
        seller.getName(), new Query().read(reference, status, stage, placedAfter, cursor, limit));
  }

  @PostMapping(path = "/{orderNumber}/cancellation", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Cancel an order",
      description =
          "202: it is being cancelled. 409: it is too late; the answer says what would be needed.")
  @ApiResponse(responseCode = "202", description = "It is being cancelled")
  ResponseEntity<OrderAnswer> cancel(@PathVariable String orderNumber, Principal seller) {
    Order order =
        orders
            .findOf(seller.getName(), orderNumber)
            .orElseThrow(
                () ->
                    archived.refuses(
                        seller.getName(), orderNumber, OrdersController::notCancellable));
    Optional<Refusal> refusal = cancellation.cancel(order);
    if (refusal.isPresent()) {
      throw notCancellable(refusal.get());
    }
    return ResponseEntity.accepted().body(OrderAnswer.of(orders.get(orderNumber), address));
  }

  private static Problem notCancellable(Refusal refusal) {
    return Problem.of(
            HttpStatus.CONFLICT, "not-cancellable", "It cannot be cancelled", refusal.reason())
        .with("reason", refusal.code())
        .with("needed", refusal.needed());
  }

  static Problem noSuchOrder(String number) {
    return Problem.of(
        HttpStatus.NOT_FOUND,
        "no-such-order",
        "No such order",
        "You have no order %s.".formatted(number));
  }

  static Problem full() {
    return Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "intake-full",
            "Intake is full",
            "More orders wait for their start than we want to keep waiting. Nothing was taken; come again in %s seconds."
                .formatted(RETRY_AFTER_SECONDS))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }
}
