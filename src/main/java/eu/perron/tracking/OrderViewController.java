package eu.perron.tracking;

import eu.perron.house.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class OrderViewController {
  private final OrderViews views;
  private final ArchivedViews archived;

  OrderViewController(OrderViews views, ArchivedViews archived) {
    this.views = views;
    this.archived = archived;
  }

  @GetMapping(path = "/api/v1/orders/{orderNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "One order with all that is known of it")
  OrderView order(@PathVariable String orderNumber, Principal seller) {
    return views
        .findOf(seller.getName(), orderNumber)
        .orElseThrow(() -> missing(seller.getName(), orderNumber));
  }

  private Problem missing(String seller, String orderNumber) {
    return archived
        .erasedOf(seller, orderNumber)
        .map(
            order ->
                Problem.of(
                        HttpStatus.GONE,
                        "erased",
                        "Erased",
                        "Order %s ended %s on %s. It was kept as long as the law asks, and its contents are erased."
                            .formatted(
                                orderNumber,
                                order.status(),
                                order.endedAt().atOffset(ZoneOffset.UTC).toLocalDate()))
                    .with("endedAt", order.endedAt())
                    .with("erasedAt", order.erasedAt()))
        .orElseGet(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-order",
                    "No such order",
                    "You have no order %s.".formatted(orderNumber)));
  }
}
