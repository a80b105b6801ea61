package eu.perron.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of the file and where their cells belong in an order. */
final class ImportColumns {
  /** Those of the order and its one parcel are the same in every row of an order. */
  private static final Map<String, String> OF_ORDER = new LinkedHashMap<>();

  private static final Map<String, String> OF_LINE = new LinkedHashMap<>();

  /** A file may leave these out altogether. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "ioss_number",
          "consignor_registration",
          "consignee_email",
          "consignee_phone",
          "eu_responsible_name",
          "eu_responsible_street",
          "eu_responsible_city",
          "eu_responsible_postcode",
          "eu_responsible_country",
          "eu_responsible_email",
          "pickup_point",
          "carrier",
          "sku",
          "gtin",
          "manufacturer_part_number",
          "dangerous_goods");

  static {
    OF_ORDER.put("reference", "/reference");
    OF_ORDER.put("placed_at", "/placedAt");
    OF_ORDER.put("vat_scheme", "/vatScheme");
    OF_ORDER.put("ioss_number", "/iossNumber");
    OF_ORDER.put("incoterm", "/incoterm");
    OF_ORDER.put("sale_kind", "/saleKind");
    OF_ORDER.put("currency", "/currency");
    OF_ORDER.put("transport_cost", "/transportCost");
    OF_ORDER.put("insurance_cost", "/insuranceCost");
    party("consignor", "/consignor", "registration");
    party("consignee", "/consignee", "email", "phone");
    party("eu_responsible", "/euResponsiblePerson", "email");
    OF_ORDER.put("delivery_service", "/delivery/service");
    OF_ORDER.put("pickup_point", "/delivery/pickupPoint");
    OF_ORDER.put("carrier", "/delivery/carrier");
    OF_ORDER.put("gross_weight_kg", "/parcels/0/grossWeightKg");
    OF_ORDER.put("length_cm", "/parcels/0/lengthCm");
    OF_ORDER.put("width_cm", "/parcels/0/widthCm");
    OF_ORDER.put("height_cm", "/parcels/0/heightCm");
    OF_LINE.put("sku", "sku");
    OF_LINE.put("description", "description");
    OF_LINE.put("hs_code", "hsCode");
    OF_LINE.put("origin_country", "originCountry");
    OF_LINE.put("quantity", "quantity");
    OF_LINE.put("unit_price", "unitPrice");
    OF_LINE.put("net_weight_kg", "netWeightKg");
    OF_LINE.put("gtin", "gtin");
    OF_LINE.put("manufacturer_part_number", "manufacturerPartNumber");
    OF_LINE.put("dangerous_goods", "dangerousGoods");
  }

  private ImportColumns() {}

  private static void party(String column, String pointer, String... more) {
    for (String each : new String[] {"name", "street", "city", "postcode", "country"}) {
      OF_ORDER.put(column + "_" + each, pointer + "/" + each);
    }
    for (String each : more) {
      OF_ORDER.put(column + "_" + each, pointer + "/" + each);
    }
  }

  static List<String> all() {
    List<String> all = new ArrayList<>(OF_ORDER.keySet());
    all.addAll(OF_LINE.keySet());
    return all;
  }

  static List<String> missingIn(List<String> header) {
    return all().stream()
        .filter(each -> !OPTIONAL.contains(each) && !header.contains(each))
        .toList();
  }

  static Set<String> ofOrder() {
    return OF_ORDER.keySet();
  }

  /** The rows of one order as the order they tell. */
  static ObjectNode order(List<Map<String, String>> rows) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    OF_ORDER.forEach((column, pointer) -> put(order, pointer, rows.get(0).get(column)));
    ArrayNode lines = order.putArray("lines");
    for (Map<String, String> row : rows) {
      ObjectNode line = lines.addObject();
      OF_LINE.forEach(
          (column, name) -> {
            if (row.get(column) != null) {
              line.put(name, row.get(column));
            }
          });
    }
    return order;
  }

  private static void put(ObjectNode order, String pointer, String text) {
    if (text == null) {
      return;
    }
    String[] names = pointer.substring(1).split("/");
    if (names.length == 1) {
      order.put(names[0], text);
    } else if (names.length == 2) {
      order.withObjectProperty(names[0]).put(names[1], text);
    } else {
      ArrayNode parcels = order.withArrayProperty(names[0]);
      (parcels.isEmpty() ? parcels.addObject() : (ObjectNode) parcels.get(0)).put(names[2], text);
    }
  }

  /** Which row of the order a finding is about, counted from 0. */
  static int rowOf(String pointer) {
    if (!pointer.startsWith("/lines/")) {
      return 0;
    }
    return Integer.parseInt(pointer.substring(7).split("/")[0]);
  }

  /** The column, or the first of those that make up what the finding is about. */
  static String columnOf(String pointer) {
    if (pointer.startsWith("/lines")) {
      String name = pointer.substring(pointer.lastIndexOf('/') + 1);
      return OF_LINE.entrySet().stream()
          .filter(each -> each.getValue().equals(name))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("reference");
    }
    return OF_ORDER.entrySet().stream()
        .filter(
            each -> each.getValue().equals(pointer) || each.getValue().startsWith(pointer + "/"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("reference");
  }
}
