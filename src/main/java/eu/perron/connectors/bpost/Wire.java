package eu.perron.connectors.bpost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;

/** The JSON that travels between bpost and us, as our side writes it. */
final class Wire {
  static final String JSON = "application/json";

  /**
   * Account numbers, dates and decimals as text; nothing of the application's own JSON settings
   * leaks in.
   */
  private static final ObjectMapper MAPPER = new ObjectMapper();

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

  static com.fasterxml.jackson.databind.JsonNode parse(byte[] body) throws java.io.IOException {
    var tree = MAPPER.readTree(body);
    return tree == null ? MAPPER.missingNode() : tree;
  }

  static String time(Instant instant) {
    return instant.toString();
  }
}
