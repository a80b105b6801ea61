package eu.perron.imports;

import eu.perron.house.Problem;
import eu.perron.orders.Orders;
import eu.perron.trade.Liege;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a seller sees of the documents for customs. */
@RestController
@Tag(name = "Orders")
class OrderDocuments {
  private final CustomsDocuments documents;
  private final Orders orders;

  OrderDocuments(CustomsDocuments documents, Orders orders) {
    this.documents = documents;
    this.orders = orders;
  }

  @Schema(name = "Document")
  record Shown(
      String documentId,
      String orderNumber,
      DocumentKind kind,
      String name,
      String contentType,
      int size,
      String sha256,
      OffsetDateTime uploadedAt,
      @Schema(description = "When it went to customs; null: not yet.") OffsetDateTime lodgedAt) {}

  static Shown shown(CustomsDocument one) {
    return new Shown(
        one.id(),
        one.orderNumber(),
        one.kind(),
        one.name(),
        one.contentType(),
        one.size(),
        one.sha256(),
        one.uploadedAt().atZone(Liege.TIME).toOffsetDateTime(),
        one.lodgedAt() == null ? null : one.lodgedAt().atZone(Liege.TIME).toOffsetDateTime());
  }

  @GetMapping(
      path = "/api/v1/orders/{orderNumber}/documents",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The documents for customs",
      description =
          "Oldest first, without their content. What customs asks for stands in the timeline.")
  List<Shown> list(@PathVariable String orderNumber, Principal seller) {
    if (orders.findOf(seller.getName(), orderNumber).isEmpty()) {
      throw Problem.of(
          HttpStatus.NOT_FOUND,
          "no-such-order",
          "No such order",
          "You have no order " + orderNumber + ".");
    }
    return documents.of(orderNumber).stream().map(OrderDocuments::shown).toList();
  }
}
