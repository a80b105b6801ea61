package eu.perron.connectors.bpost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The JSON that travels between bpost and us, as our side writes it. */
final class Wire {
  static final String JSON = "application/json";

  /**
   * Account numbers, dates and decimals as text; nothing of the application's own JSON settings
   * leaks in.
   */
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cs}\\p{Cntrl}]");

  private Wire() {}

  record Order(
      String accountId,
      String reference,
      String orderDate,
      String labelFormat,
      boolean addressCorrected,
      List<Box> boxes) {}

  record Box(
      String reference,
      String product,
      String deliveryMethod,
      String pickupPointId,
      Receiver receiver,
      int weightInGrams,
      int lengthInCm,
      int widthInCm,
      int heightInCm,
      CustomsInfo customsInfo) {}

  record Receiver(
      String name,
      String streetName,
      String postalCode,
      String locality,
      String countryCode,
      String emailAddress,
      String phoneNumber) {}

  record CustomsInfo(String shipmentType, String parcelContents) {}

  record Wish(String accountId, String reference, String requestedAt, List<String> itemCodes) {}

  record Question(List<Item> items) {}

  record Item(String itemCode, String orderDate) {}

  static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static JsonNode parse(byte[] body) throws IOException {
    var tree = MAPPER.readTree(body);
    return tree == null ? MAPPER.missingNode() : tree;
  }

  /** What stands there as text, empty if nothing; halves of characters could not be kept. */
  static String text(JsonNode holder, String field) {
    return UNPRINTABLE.matcher(holder.path(field).asText("")).replaceAll("?");
  }

  static String time(Instant instant) {
    return instant.toString();
  }
}
