package eu.perron.tracking;

import eu.perron.house.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class OrderViewController {
  private final OrderViews views;

  OrderViewController(OrderViews views) {
    this.views = views;
  }

  @GetMapping(path = "/api/v1/orders/{orderNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "One order with all that is known of it")
  OrderView order(@PathVariable String orderNumber, Principal seller) {
    return views
        .findOf(seller.getName(), orderNumber)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-order",
                    "No such order",
                    "You have no order %s.".formatted(orderNumber)));
  }
}
