package eu.perron.connectors;

import eu.perron.exchange.Arrival;
import eu.perron.exchange.Decoder;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows what we would read in a partner's message, changing nothing. */
@RestController
class DecodeController {
  private final MessageReaders readers;

  DecodeController(MessageReaders readers) {
    this.readers = readers;
  }

  /**
   * @param arrivals what would be applied, by kind
   */
  record Decoded(String partner, String operation, String key, List<Arrival> arrivals) {}

  @PostMapping("/connectors/{partner}/{operation}/decode")
  ResponseEntity<Object> decode(
      @PathVariable String partner,
      @PathVariable String operation,
      @RequestBody(required = false) byte[] body) {
    Decoder.Decoded read =
        readers.decode(partner, operation, body == null ? new byte[0] : body).orElse(null);
    if (read == null) {
      return problem(
          HttpStatus.NOT_FOUND,
          "We read no " + operation + " from " + partner,
          Map.of("operations", readers.operationsOf(partner)));
    }
    return read.isReadable()
        ? ResponseEntity.ok(new Decoded(partner, operation, read.key(), read.arrivals()))
        : problem(HttpStatus.UNPROCESSABLE_ENTITY, read.problem(), Map.of());
  }

  private static ResponseEntity<Object> problem(
      HttpStatus status, String detail, Map<String, Object> more) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    more.forEach(problem::setProperty);
    return ResponseEntity.status(status).body(problem);
  }
}
