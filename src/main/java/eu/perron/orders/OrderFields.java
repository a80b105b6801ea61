package eu.perron.orders;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of an order as a seller writes them, and how those are read that are not plain. */
final class OrderFields {
  static final String[] PARTY = {
    "name", "street", "city", "postcode", "country", "registration", "email", "phone"
  };
  static final String[] DELIVERY = {"service", "pickupPoint", "carrier"};
  static final String[] PARCEL = {"grossWeightKg", "lengthCm", "widthCm", "heightCm"};
  static final String[] LINE = {
    "sku",
    "description",
    "hsCode",
    "originCountry",
    "quantity",
    "unitPrice",
    "netWeightKg",
    "gtin",
    "manufacturerPartNumber",
    "dangerousGoods"
  };
  private static final String[] ORDER = {
    "reference",
    "placedAt",
    "vatScheme",
    "iossNumber",
    "incoterm",
    "saleKind",
    "currency",
    "transportCost",
    "insuranceCost",
    "consignor",
    "consignee",
    "euResponsiblePerson",
    "delivery",
    "parcels",
    "lines"
  };

  /** Ninety-nine goods items are the most that an H7 declaration holds. */
  static final int MOST_LINES = 99;

  static final int MOST_PARCELS = 99;
  private static final Pattern HS_CODE = Pattern.compile("\\d{6,10}");
  private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
  private static final Pattern DANGEROUS_GOODS =
      Pattern.compile("UN\\d{4}-PI\\d{3}(-(IA|IB|I|II))?");
  private static final String HS_CODE_WANTED = "An HS code has six to ten digits and nothing else.";

  private OrderFields() {}

  /** The order's own, and those of what is asked besides. */
  static String[] order(String... besides) {
    return Stream.concat(Stream.of(ORDER), Stream.of(besides)).toArray(String[]::new);
  }

  static VatScheme vatScheme(Fields order) {
    VatScheme scheme = order.oneOf("vatScheme", VatScheme.class);
    if (scheme == VatScheme.IOSS && !order.has("iossNumber")) {
      order.wrong("iossNumber", "required", "The scheme IOSS needs an IOSS number.");
    }
    return scheme;
  }

  static String hsCode(Fields line) {
    return line.matching("hsCode", HS_CODE, "hs-code", HS_CODE_WANTED);
  }

  static String optionalHsCode(Fields line) {
    return line.optionalMatching("hsCode", HS_CODE, "hs-code", HS_CODE_WANTED);
  }

  static String optionalGtin(Fields line) {
    return line.optionalMatching("gtin", GTIN, "gtin", "A GTIN has 8, 12, 13 or 14 digits.");
  }

  static String optionalDangerousGoods(Fields line) {
    return line.optionalMatching(
        "dangerousGoods",
        DANGEROUS_GOODS,
        "dangerous-goods",
        "A UN number with its packing instruction is wanted, such as UN3481-PI967-II.");
  }
}
