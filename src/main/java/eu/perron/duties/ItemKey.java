package eu.perron.duties;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What makes two lines of an order one item of the declaration, for the duty of EUR 3 (Reg. (EU)
 * 2026/382).
 */
enum ItemKey {
  CODE,
  CODE_AND_DESCRIPTION,
  CODE_DESCRIPTION_AND_ORIGIN;

  private static final int SUBHEADING = 6;

  /**
   * Positions of the lines that count as one, in the order of their first line. A cancelled line,
   * of which no piece is left, counts as none.
   */
  Collection<List<Integer>> group(Order order, String declaration) {
    Map<String, List<Integer>> items = new LinkedHashMap<>();
    for (int i = 0; i < order.lines().size(); i++) {
      OrderLine line = order.lines().get(i);
      if (line.quantity() > 0) {
        items.computeIfAbsent(of(line, declaration), key -> new ArrayList<>()).add(i);
      }
    }
    return items.values();
  }

  private String of(OrderLine line, String declaration) {
    String code = codeOn(declaration, line.hsCode());
    return switch (this) {
      case CODE -> code;
      case CODE_AND_DESCRIPTION -> code + '|' + normalised(line.description());
      case CODE_DESCRIPTION_AND_ORIGIN ->
          code + '|' + normalised(line.description()) + '|' + line.originCountry();
    };
  }

  /** The subheading of six digits on an H7, all the digits there are on an H1. */
  static String codeOn(String declaration, String hsCode) {
    return declaration.equals("H7") && hsCode.length() > SUBHEADING
        ? hsCode.substring(0, SUBHEADING)
        : hsCode;
  }

  /** Case, punctuation and blanks make no other goods. */
  static String normalised(String description) {
    return Normalizer.normalize(description, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
