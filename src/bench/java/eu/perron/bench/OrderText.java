package eu.perron.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The sample order, as shops write it, under any reference. */
final class OrderText {
  private static final Path SAMPLE = Path.of("src/main/resources/samples/order.json");
  private static final String HERE = "REFERENCE-GOES-HERE";
  private final String before;
  private final String after;

  OrderText() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode order = (ObjectNode) json.readTree(SAMPLE.toFile());
    order.put("reference", HERE);
    String text = json.writeValueAsString(order);
    before = text.substring(0, text.indexOf(HERE));
    after = text.substring(text.indexOf(HERE) + HERE.length());
  }

  byte[] under(String reference) {
    return (before + reference + after).getBytes(StandardCharsets.UTF_8);
  }
}
