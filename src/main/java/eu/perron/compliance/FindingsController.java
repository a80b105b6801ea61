package eu.perron.compliance;

import eu.perron.house.Problem;
import eu.perron.orders.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class FindingsController {
  private final Orders orders;
  private final Compliance compliance;

  FindingsController(Orders orders, Compliance compliance) {
    this.orders = orders;
    this.compliance = compliance;
  }

  @Schema(name = "Findings")
  record Answer(String orderNumber, List<SellersFinding> findings) {}

  @GetMapping(
      path = "/api/v1/orders/{orderNumber}/findings",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What screening found of an order",
      description =
          "By which law, and what would cure it. What is correctable is cured by POST"
              + " …/corrections.")
  Answer findings(@PathVariable String orderNumber, Principal seller) {
    return orders
        .findOf(seller.getName(), orderNumber)
        .map(order -> new Answer(orderNumber, compliance.findingsForSeller(orderNumber)))
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-order",
                    "No such order",
                    "You have no order %s.".formatted(orderNumber)));
  }
}
