package eu.perron.compliance;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import eu.perron.reference.ListKind;
import eu.perron.reference.PublishedLists;
import eu.perron.trade.Liege;
import eu.perron.trade.MemberStates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what screening must know from {@code processes/reference/}; a broken table stops the start.
 */
@Component
class Lists {
  private static final Logger log = LoggerFactory.getLogger(Lists.class);

  private static final Set<FindingCode> NEVER_OFF =
      Set.of(
          FindingCode.PROHIBITED, FindingCode.SANCTIONED_PARTY, FindingCode.SANCTIONS_NOT_SCREENED);

  private final ReferenceTable rules;
  private final ReferenceTable headings;
  private final ReferenceTable vague;
  private final ReferenceTable prohibited;
  private final ReferenceTable controls;
  private final ReferenceTable dangerous;
  private final ReferenceTable packings;
  private final ReferenceTable prices;
  private final ReferenceTable rates;
  private final PublishedLists published;
  private final Clock clock;
  private volatile Knowledge last;

  Lists(PerronSettings settings, PublishedLists published, Clock clock) {
    this.published = published;
    this.clock = clock;
    rules = table(settings, "screening-rules.csv");
    headings = table(settings, "hs-headings.csv");
    vague = table(settings, "vague-descriptions.csv");
    prohibited = table(settings, "prohibited-goods.csv");
    controls = table(settings, "import-controls.csv");
    dangerous = table(settings, "dangerous-goods.csv");
    packings = table(settings, "packing-instructions.csv");
    prices = table(settings, "reference-prices.csv");
    rates = table(settings, "exchange-rates.csv");
    last = on(LocalDate.now(clock.withZone(Liege.TIME)));
  }

  private static ReferenceTable table(PerronSettings settings, String name) {
    return ReferenceTable.in(settings.processesDir(), name);
  }

  /** A table that was broken while we run leaves the former knowledge in force, and says so. */
  Knowledge today() {
    LocalDate day = LocalDate.now(clock.withZone(Liege.TIME));
    try {
      last = on(day);
    } catch (IllegalArgumentException broken) {
      log.warn("Screening goes on with what it knew: {}", broken.getMessage());
    }
    return last;
  }

  private Knowledge on(LocalDate day) {
    List<Knowledge.Rule> inForce =
        read(
            "screening-rules.csv",
            rules,
            day,
            row ->
                new Knowledge.Rule(
                    FindingCode.valueOf(row.get("code")),
                    row.get("limit").isEmpty() ? null : new BigDecimal(row.get("limit")),
                    into(row.get("into")),
                    row.get("law"),
                    row.get("cure"),
                    row.validFrom(),
                    row.get("source")));
    NEVER_OFF.forEach(
        code -> {
          if (inForce.stream().noneMatch(rule -> rule.code() == code && rule.into().isEmpty())) {
            throw new IllegalArgumentException(
                "Reference table screening-rules.csv has no row for %s, into every country, in force on %s; it must never be off"
                    .formatted(code, day));
          }
        });
    return new Knowledge(
        day,
        inForce,
        read(
            "hs-headings.csv",
            headings,
            day,
            row ->
                new Knowledge.Chapter(
                    row.get("chapter"),
                    Integer.parseInt(row.get("first_heading")),
                    Integer.parseInt(row.get("last_heading")),
                    List.of(row.get("without").split(" ")))),
        published.on(ListKind.COMMODITY_CODES, day).orElse(null),
        read("vague-descriptions.csv", vague, day, row -> Wording.plain(row.get("words"))),
        read(
            "prohibited-goods.csv",
            prohibited,
            day,
            row ->
                new Knowledge.Prohibition(
                    row.get("kind").equals("HS"),
                    row.get("kind").equals("HS")
                        ? row.get("value")
                        : Wording.plain(row.get("value")),
                    row.get("what"))),
        controlled("EXCISE", day),
        controlled("RESTRICTED", day),
        read(
            "dangerous-goods.csv",
            dangerous,
            day,
            row ->
                new Knowledge.Danger(
                    Knowledge.Danger.By.valueOf(row.get("kind")),
                    row.get("kind").equals("WORDS")
                        ? Wording.plain(row.get("value"))
                        : row.get("value"),
                    row.get("aircraft").equals("ANY"),
                    row.get("what"))),
        read(
            "packing-instructions.csv",
            packings,
            day,
            row ->
                new Knowledge.Packing(
                    row.get("un"),
                    row.get("instruction"),
                    row.get("section"),
                    row.get("net_kg").isEmpty() ? null : new BigDecimal(row.get("net_kg")),
                    row.get("what"))),
        read(
            "reference-prices.csv",
            prices,
            day,
            row ->
                new Knowledge.Price(
                    row.get("hs_code"),
                    row.get("what"),
                    new BigDecimal(row.get("price_eur")),
                    new BigDecimal(row.get("doubt_below_percent")))),
        read(
            "exchange-rates.csv",
            rates,
            day,
            row ->
                new Knowledge.Rate(
                    row.get("currency"), row.validFrom(), new BigDecimal(row.get("per_euro")))));
  }

  /** {@code EU} is every member state. */
  private static Set<String> into(String countries) {
    return countries.isEmpty()
        ? Set.of()
        : countries.equals("EU") ? MemberStates.codes() : Set.of(countries.split(" "));
  }

  private List<String> controlled(String control, LocalDate day) {
    return read("import-controls.csv", controls, day, row -> row).stream()
        .filter(row -> row.get("control").equals(control))
        .map(row -> row.get("hs_prefix"))
        .toList();
  }

  private static <T> List<T> read(
      String file, ReferenceTable table, LocalDate day, Function<Row, T> reader) {
    try {
      return table.inForce(day).stream().map(reader).toList();
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "Reference table " + file + " has a row that cannot be read: " + broken.getMessage(),
          broken);
    }
  }
}
