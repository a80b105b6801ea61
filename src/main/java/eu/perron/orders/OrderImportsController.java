package eu.perron.orders;

import eu.perron.house.Problem;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/order-imports")
@Tag(name = "Order imports")
class OrderImportsController {
  private static final MediaType CSV = MediaType.valueOf("text/csv");
  private static final int REFUSALS_A_PAGE = 1000;

  private final OrderImports imports;
  private final Capacity capacity;

  OrderImportsController(OrderImports imports, Capacity capacity) {
    this.imports = imports;
    this.capacity = capacity;
  }

  @Schema(name = "OrderImportTaken")
  record Received(String importId, String self) {}

  @PostMapping(consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Place many orders by a CSV file",
      description =
          "UTF-8, a header row, one row per line; rows of one order share their reference. Sending the "
              + "same file again is harmless.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
  @ApiResponse(
      responseCode = "202",
      description = "Received; its orders are taken in the background")
  ResponseEntity<Received> receive(
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
      Principal seller)
      throws IOException, HttpMediaTypeNotSupportedException {
    Charset charset = type.getCharset();
    if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
      throw new HttpMediaTypeNotSupportedException(
          type, List.of(new MediaType(CSV, StandardCharsets.UTF_8)));
    }
    if (capacity.isFull()) {
      throw OrdersController.full();
    }
    String id = imports.receive(seller.getName(), request.getInputStream());
    String self = "/api/v1/order-imports/" + id;
    return ResponseEntity.accepted().location(URI.create(self)).body(new Received(id, self));
  }

  @GetMapping(path = "/{importId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "How far a file is, and which rows were refused")
  ImportReport report(
      @PathVariable String importId,
      @RequestParam @Parameter(description = "nextCursor of an earlier answer")
          Optional<Integer> cursor,
      Principal seller) {
    return imports
        .report(seller.getName(), importId, cursor.orElse(0), REFUSALS_A_PAGE)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-import",
                    "No such import",
                    "You have no import %s.".formatted(importId)));
  }
}
