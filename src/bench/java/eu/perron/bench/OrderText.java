package eu.perron.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample order, as shops write it, under any reference. */
final class OrderText {
  private static final Path SAMPLE = Path.of("src/main/resources/samples/order.json");
  private static final String HERE = "REFERENCE-GOES-HERE";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> PARTIES =
      Map.of("consignor", "consignor", "consignee", "consignee", "eu", "euResponsiblePerson");
  private static final List<String> COLUMNS = columns();
  private final String before;
  private final String after;

  OrderText() throws IOException {
    ObjectNode order = (ObjectNode) JSON.readTree(SAMPLE.toFile());
    order.put("reference", HERE);
    String text = JSON.writeValueAsString(order);
    before = text.substring(0, text.indexOf(HERE));
    after = text.substring(text.indexOf(HERE) + HERE.length());
  }

  private static List<String> columns() {
    try (Stream<String> lines = Files.lines(Path.of("src/main/resources/samples/orders.csv"))) {
      return List.of(lines.findFirst().orElseThrow().split(","));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  byte[] under(String reference) {
    return (before + reference + after).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param lot which tells the simulated partners what to make of the order, such as BENONE
   */
  static byte[] withLot(String reference, String lot) throws IOException {
    JsonNode order = JSON.readTree(SAMPLE.toFile());
    return describedAs(
        reference, order.path("lines").get(0).path("description").asText() + ", lot " + lot);
  }

  static byte[] describedAs(String reference, String goods) throws IOException {
    ObjectNode order = (ObjectNode) JSON.readTree(SAMPLE.toFile());
    order.put("reference", reference);
    ((ObjectNode) order.path("lines").get(0)).put("description", goods);
    return JSON.writeValueAsBytes(order);
  }

  /** A file of so many orders, one line each. */
  static byte[] file(String prefix, int many) throws IOException {
    JsonNode order = JSON.readTree(SAMPLE.toFile());
    JsonNode line = order.path("lines").get(0);
    JsonNode parcel = order.path("parcels").get(0);
    StringBuilder row = new StringBuilder();
    for (String column : COLUMNS) {
      String value = column.equals("reference") ? HERE : value(order, line, parcel, column);
      row.append(row.isEmpty() ? "" : ",").append('"').append(value).append('"');
    }
    StringBuilder file = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (int number = 0; number < many; number++) {
      file.append(row.toString().replace(HERE, prefix + "%06d".formatted(number))).append('\n');
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String value(JsonNode order, JsonNode line, JsonNode parcel, String column) {
    String[] words = column.split("_", 2);
    JsonNode party = order.path(PARTIES.getOrDefault(words[0], "none"));
    String name = camel(column);
    for (JsonNode place :
        List.of(
            order.path(name),
            line.path(name),
            parcel.path(name),
            order
                .path("delivery")
                .path(words.length > 1 && words[0].equals("delivery") ? words[1] : name))) {
      if (!place.isMissingNode()) {
        return place.isNull() ? "" : place.asText();
      }
    }
    return party.path(column.replaceFirst("^(consignor|consignee|eu_responsible)_", "")).asText();
  }

  private static String camel(String column) {
    StringBuilder name = new StringBuilder();
    for (String word : column.split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
