package eu.perron.freight;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an entry summary says of a house and can be amended.
 *
 * @param hsCodes six digits each
 */
public record Particulars(
    String goods,
    List<String> hsCodes,
    BigDecimal grossWeightKg,
    Trader consignor,
    Trader consignee) {
  private static final String GOODS = "description";
  private static final String HS_CODES = "HS codes";
  private static final String WEIGHT = "gross weight";
  private static final String CONSIGNOR = "consignor";
  private static final String CONSIGNEE = "consignee";
  private static final Map<String, Integer> LONGEST = longest();
  private static final BigDecimal HEAVIEST = new BigDecimal("9999999.999");

  private static Map<String, Integer> longest() {
    Map<String, Integer> longest = new LinkedHashMap<>();
    longest.put(GOODS, 512);
    longest.put(HS_CODES, 500);
    for (String role : List.of(CONSIGNOR, CONSIGNEE)) {
      longest.put(role + " name", 70);
      longest.put(role + " street", 70);
      longest.put(role + " city", 35);
      longest.put(role + " postcode", 17);
    }
    return longest;
  }

  static Particulars of(House house) {
    return new Particulars(
        house.goods(), house.hsCodes(), house.weightKg(), house.consignor(), house.consignee());
  }

  /** Each by its name, as it is compared and kept. */
  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put(GOODS, goods);
    named.put(HS_CODES, String.join(" ", hsCodes));
    named.put(WEIGHT, grossWeightKg.stripTrailingZeros().toPlainString());
    named(CONSIGNOR, consignor, named);
    named(CONSIGNEE, consignee, named);
    return named;
  }

  private static void named(String role, Trader trader, Map<String, String> named) {
    named.put(role + " name", trader.name());
    named.put(role + " street", trader.street());
    named.put(role + " city", trader.city());
    named.put(role + " postcode", trader.postcode());
  }

  /**
   * By the lengths of the message (unverified, as its schema is).
   *
   * @param changed the names of what must be right; the rest was filed already
   */
  void check(Set<String> changed) {
    Map<String, String> named = named();
    LONGEST.forEach(
        (name, longest) -> {
          String given = Objects.requireNonNullElse(named.get(name), "").strip();
          boolean missing = given.isEmpty() && !name.endsWith("postcode");
          if (changed.contains(name) && (missing || given.length() > longest)) {
            throw new UnacceptableFilingAmendment(
                "%s: 1 to %d letters; these are %d.".formatted(name, longest, given.length()));
          }
        });
    if (changed.contains(HS_CODES)
        && !hsCodes.stream().allMatch(code -> code.matches("[0-9]{6}"))) {
      throw new UnacceptableFilingAmendment(
          "%s: six digits each, with blanks between them, as 610910 910211; not %s."
              .formatted(HS_CODES, named.get(HS_CODES)));
    }
    if (changed.contains(WEIGHT)
        && (grossWeightKg.signum() <= 0
            || grossWeightKg.stripTrailingZeros().scale() > 3
            || grossWeightKg.compareTo(HEAVIEST) > 0)) {
      throw new UnacceptableFilingAmendment(
          "%s: above 0, with three decimals at most, as 0.640; not %s."
              .formatted(WEIGHT, grossWeightKg.toPlainString()));
    }
  }
}
