package eu.perron.orders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.perron.house.InputError;
import eu.perron.house.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The order in a request's body: unreadable is 400, readable but not to be taken is 422. */
@Component
class OrderBody {
  private final JsonMapper json =
      JsonMapper.builder()
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final OrderReader reader;

  OrderBody(OrderReader reader) {
    this.reader = reader;
  }

  OrderRequest read(InputStream body) throws IOException {
    Findings findings = new Findings();
    OrderRequest request = reader.read(tree(body), findings);
    check(findings, "order");
    return request;
  }

  OrderCorrection correction(InputStream body) throws IOException {
    Findings findings = new Findings();
    OrderCorrection correction = OrderReader.correction(tree(body), findings);
    check(findings, "correction");
    return correction;
  }

  static void check(Findings findings, String what) {
    if (!findings.unknown().isEmpty()) {
      throw unreadable(
          "The %s has properties that we do not know.".formatted(what), findings.unknown());
    }
    if (!findings.none()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_ENTITY,
              what + "-not-acceptable",
              "The %s cannot be taken".formatted(what),
              "%d thing%s must be mended first."
                  .formatted(findings.wrong().size(), findings.wrong().size() == 1 ? "" : "s"))
          .errors(findings.wrong());
    }
  }

  JsonNode tree(InputStream body) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      try {
        JsonNode tree = json.readTree(parser);
        if (tree == null || !tree.isObject()) {
          throw unreadable(
              "A JSON object is wanted.",
              List.of(new InputError("", "type", "A JSON object is wanted.")));
        }
        if (parser.nextToken() != null) {
          throw unreadable(
              "Something follows the object.",
              List.of(
                  new InputError("", "json", "One JSON object is wanted and nothing after it.")));
        }
        return tree;
      } catch (JsonProcessingException broken) {
        String where =
            broken.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                    .formatted(
                        broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
        throw unreadable(
            "The body is not JSON.",
            List.of(
                new InputError(
                    parser.getParsingContext().pathAsPointer().toString(),
                    "json",
                    firstLine(broken) + where)));
      }
    } catch (CharConversionException | NumberFormatException broken) {
      // The parser lets these two through: bytes that are no UTF, and exponents of ten digits.
      throw unreadable(
          "The body is not JSON.",
          List.of(
              new InputError(
                  "",
                  "json",
                  "A JSON object in UTF-8 is wanted, with numbers that can be reckoned with.")));
    }
  }

  private static String firstLine(JsonProcessingException broken) {
    return String.valueOf(broken.getOriginalMessage())
        .lines()
        .findFirst()
        .orElse("This is not JSON.");
  }

  private static Problem unreadable(String detail, List<InputError> errors) {
    return Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "Unreadable", detail).errors(errors);
  }
}
