package eu.perron.duties;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import eu.perron.orders.Order;
import eu.perron.reference.ListEntry;
import eu.perron.reference.ListKind;
import eu.perron.reference.PublishedList;
import eu.perron.reference.PublishedLists;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rates, fees, lists and practice of any day, from the tables in {@code reference/}. */
@Component
class Law {
  static final String ITEM_DUTY = "ITEM_DUTY";
  private static final List<String> FEES = List.of("HANDLING_FEE", "IMPORT_FEE", "PARCEL_LEVY");
  private static final String UNION = "EU";

  private final ReferenceTable duties;
  private final ReferenceTable tariff;
  private final ReferenceTable vat;
  private final ReferenceTable practice;
  private final ReferenceTable controls;
  private final PublishedLists published;

  Law(PerronSettings settings, PublishedLists published) {
    this.published = published;
    duties = ReferenceTable.in(settings.processesDir(), "duties.csv", Charge::of);
    tariff = ReferenceTable.in(settings.processesDir(), "tariff.csv", TariffRate::of);
    vat = ReferenceTable.in(settings.processesDir(), "vat-rates.csv", VatRate::of);
    practice = ReferenceTable.in(settings.processesDir(), "duty-practice.csv", Habit::of);
    controls =
        ReferenceTable.in(
            settings.processesDir(), "import-controls.csv", row -> row.get("hs_prefix"));
  }

  Charge itemDuty(LocalDate day) {
    return charges(ITEM_DUTY, UNION, day).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new NoLaw(
                    "/acceptedOn",
                    "no-law",
                    "processes/which-duty.dmn wants a duty per item on %s, but reference/duties.csv has no ITEM_DUTY for that day: add the row."
                        .formatted(day)));
  }

  /** Fees that are not nothing. */
  List<Charge> fees(String declaredIn, String deliveredIn, LocalDate day) {
    return FEES.stream()
        .flatMap(
            fee ->
                charges(
                    fee,
                    switch (fee) {
                      case "IMPORT_FEE" -> declaredIn;
                      case "PARCEL_LEVY" -> deliveredIn;
                      default -> UNION;
                    },
                    day)
                    .stream())
        .filter(charge -> charge.amount().signum() > 0)
        .toList();
  }

  private List<Charge> charges(String name, String country, LocalDate day) {
    return duties.inForce(day).stream()
        .filter(row -> row.get("rule").equals(name) && row.get("country").equals(country))
        .max(Comparator.comparing(Row::validFrom))
        .map(Charge::of)
        .stream()
        .toList();
  }

  Optional<TariffRate> tariff(String code, LocalDate day) {
    return mostSpecial(tariff.inForce(day), code).map(TariffRate::of);
  }

  /** A standard rate that was handed in counts before the table's; reduced ones are the table's. */
  Optional<VatRate> vat(String country, String code, LocalDate day) {
    return mostSpecial(
            vat.inForce(day).stream().filter(row -> row.get("country").equals(country)).toList(),
            code)
        .map(
            row ->
                row.get("subject").isEmpty()
                    ? publishedRate(country, day).orElseGet(() -> VatRate.of(row))
                    : VatRate.of(row));
  }

  private Optional<VatRate> publishedRate(String country, LocalDate day) {
    return published
        .on(ListKind.VAT_RATES, day)
        .flatMap(list -> list.find(country, day).map(entry -> VatRate.of(entry, list)));
  }

  boolean knowsOnlyTheStandardRateOf(String country, LocalDate day) {
    return vat.inForce(day).stream()
        .noneMatch(row -> row.get("country").equals(country) && !row.get("subject").isEmpty());
  }

  /** Those whose VAT we know are the Union. */
  boolean isInTheUnion(String country, LocalDate day) {
    return vat.inForce(day).stream().anyMatch(row -> row.get("country").equals(country));
  }

  /** The country's own row before the Union's. */
  Habit practice(String name, String country, LocalDate day) {
    return practice.inForce(day).stream()
        .filter(row -> row.get("name").equals(name))
        .filter(row -> row.get("country").equals(country) || row.get("country").equals(UNION))
        .max(
            Comparator.comparing((Row row) -> row.get("country").equals(country))
                .thenComparing(Row::validFrom))
        .map(Habit::of)
        .orElseThrow(
            () ->
                new NoLaw(
                    "/acceptedOn",
                    "no-law",
                    "reference/duty-practice.csv has no %s for %s: the tables begin on 2021-07-01, or add the row."
                        .formatted(name, day)));
  }

  boolean hasExciseGoods(Order order, LocalDate day) {
    return isUnder("EXCISE", order, day);
  }

  boolean hasRestrictedGoods(Order order, LocalDate day) {
    return isUnder("RESTRICTED", order, day);
  }

  private boolean isUnder(String control, Order order, LocalDate day) {
    List<String> prefixes =
        controls.inForce(day).stream()
            .filter(row -> row.get("control").equals(control))
            .map(row -> row.get("hs_prefix"))
            .toList();
    return order.lines().stream()
        .filter(line -> line.quantity() > 0)
        .anyMatch(line -> prefixes.stream().anyMatch(line.hsCode()::startsWith));
  }

  /** The longest prefix of the code, then the youngest row. */
  private static Optional<Row> mostSpecial(List<Row> rows, String code) {
    return rows.stream()
        .filter(row -> code.startsWith(row.get("subject")))
        .max(
            Comparator.comparing((Row row) -> row.get("subject").length())
                .thenComparing(Row::validFrom));
  }

  private static LandedCost.Rule rule(Row row, String name, String decides) {
    return new LandedCost.Rule(
        name,
        Integer.parseInt(row.get("version")),
        row.validFrom(),
        row.get("source"),
        row.get("mark"),
        decides);
  }

  /**
   * @param currency of the amount
   * @param perItem of the declaration; otherwise per parcel
   * @param upTo intrinsic value in euro of the consignments that bear it; null: all
   */
  record Charge(
      BigDecimal amount, String currency, boolean perItem, BigDecimal upTo, LandedCost.Rule rule) {
    static Charge of(Row row) {
      String unit = row.get("unit");
      if (!unit.matches("[A-Z]{3}_PER_(ITEM|PARCEL)")) {
        throw new IllegalArgumentException(
            "unit is a currency and _PER_ITEM or _PER_PARCEL, not " + unit);
      }
      String most = row.get("up_to");
      return new Charge(
          new BigDecimal(row.get("amount")),
          unit.substring(0, 3),
          unit.endsWith("_PER_ITEM"),
          most.isEmpty() ? null : new BigDecimal(most),
          Law.rule(
              row,
              row.get("country").equals(UNION)
                  ? row.get("rule")
                  : row.get("rule") + " " + row.get("country"),
              row.get("rule").equals(ITEM_DUTY) ? "duty" : "fees"));
    }

    boolean bears(BigDecimal intrinsicValue) {
      return upTo == null || intrinsicValue.compareTo(upTo) <= 0;
    }
  }

  record TariffRate(BigDecimal percent, BigDecimal least, BigDecimal most, LandedCost.Rule rule) {
    static TariffRate of(Row row) {
      return new TariffRate(
          new BigDecimal(row.get("percent")),
          amount(row.get("least_per_piece")),
          amount(row.get("most_per_piece")),
          Law.rule(row, "TARIFF " + row.get("subject"), "duty"));
    }

    private static BigDecimal amount(String text) {
      return text.isEmpty() ? null : new BigDecimal(text);
    }

    BigDecimal of(BigDecimal customsValue, int pieces) {
      BigDecimal duty = customsValue.multiply(percent).movePointLeft(2);
      BigDecimal count = BigDecimal.valueOf(pieces);
      if (least != null) {
        duty = duty.max(least.multiply(count));
      }
      return most == null ? duty : duty.min(most.multiply(count));
    }
  }

  record VatRate(BigDecimal percent, LandedCost.Rule rule) {
    static VatRate of(Row row) {
      String subject = row.get("subject").isEmpty() ? "" : " " + row.get("subject");
      return new VatRate(
          new BigDecimal(row.get("percent")).setScale(2),
          Law.rule(row, "VAT " + row.get("country") + subject, "vat"));
    }

    static VatRate of(ListEntry entry, PublishedList list) {
      return new VatRate(
          entry.percent().setScale(2, RoundingMode.HALF_UP),
          new LandedCost.Rule(
              "VAT " + entry.code(),
              Math.toIntExact(list.version().version()),
              entry.validFrom(),
              list.source(),
              "F",
              "vat"));
    }
  }

  record Habit(String value, LandedCost.Rule rule) {
    static Habit of(Row row) {
      String value = row.get("value");
      String name = row.get("name");
      switch (name) {
        case "itemKey" -> ItemKey.valueOf(value);
        case "rounding", "roundingAtCheckout" -> Rounding.valueOf(value);
        case "debitWithinDays" -> Integer.parseInt(value);
        default -> {}
      }
      String country = row.get("country").equals(UNION) ? "" : " " + row.get("country");
      return new Habit(value, Law.rule(row, name + country, name));
    }
  }
}
