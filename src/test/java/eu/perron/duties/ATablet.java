package eu.perron.duties;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A question of what one tablet computer costs at a door in Belgium; no carriage, no insurance. */
public final class ATablet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ATablet() {}

  public static ObjectNode acceptedOn(String day, String currency, String price) {
    ObjectNode order = JSON.createObjectNode();
    order
        .put("acceptedOn", day)
        .put("vatScheme", "STANDARD")
        .put("incoterm", "DDP")
        .put("saleKind", "B2C")
        .put("currency", currency)
        .put("transportCost", "0.00")
        .put("insuranceCost", "0.00");
    order.putObject("consignee").put("country", "BE");
    order
        .putArray("lines")
        .addObject()
        .put("description", "tablet computer, 10 inch")
        .put("hsCode", "847130")
        .put("quantity", 1)
        .put("unitPrice", price);
    return order;
  }
}
