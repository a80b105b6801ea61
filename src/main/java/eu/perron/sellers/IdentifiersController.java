package eu.perron.sellers;

import eu.perron.house.Problem;
import eu.perron.trade.IdentifierCheck;
import eu.perron.trade.IdentifierKind;
import eu.perron.trade.Identifiers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Identifiers")
class IdentifiersController {
  @GetMapping("/api/v1/identifiers/{kind}/{value}")
  @Operation(
      summary = "Is this text an identifier of that kind?",
      description =
          "Always 200 for a known kind: a wrong identifier is an answer, with the reason.")
  @SecurityRequirements
  IdentifierCheck check(
      @Parameter(example = "ioss") @PathVariable String kind,
      @Parameter(example = "IM0560000010") @PathVariable String value) {
    IdentifierKind known = IdentifierKind.ofPath(kind).orElseThrow(() -> unknown(kind));
    return Identifiers.check(known, value);
  }

  private static Problem unknown(String kind) {
    List<String> kinds =
        Arrays.stream(IdentifierKind.values()).map(IdentifierKind::pathName).toList();
    return Problem.of(
            HttpStatus.NOT_FOUND,
            "unknown-identifier-kind",
            "Unknown kind of identifier",
            "\"%s\" is none; the kinds are %s.".formatted(kind, String.join(", ", kinds)))
        .with("kinds", kinds);
  }
}
