package eu.perron.reference;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What counts before anything was handed in: the tables we are delivered with, enough for the
 * sample orders. Commodity codes have none: {@code hs-headings.csv} knows headings alone.
 */
@Component
class EmbeddedLists {
  private final ReferenceTable offices;
  private final ReferenceTable prefixes;
  private final ReferenceTable rates;

  EmbeddedLists(PerronSettings settings) {
    offices =
        ReferenceTable.in(settings.processesDir(), "customs-offices.csv", EmbeddedLists::named);
    prefixes =
        ReferenceTable.in(settings.processesDir(), "airline-prefixes.csv", EmbeddedLists::named);
    rates = ReferenceTable.in(settings.processesDir(), "vat-rates.csv");
  }

  List<ListEntry> on(ListKind kind, LocalDate day) {
    return switch (kind) {
      case COMMODITY_CODES -> List.of();
      case CUSTOMS_OFFICES -> entries(offices, day, EmbeddedLists::named);
      case AIRLINE_PREFIXES -> entries(prefixes, day, EmbeddedLists::named);
      case VAT_RATES ->
          entries(rates, day, row -> row.get("subject").isEmpty() ? standardRate(row) : null);
    };
  }

  private static List<ListEntry> entries(
      ReferenceTable table, LocalDate day, Function<Row, ListEntry> reader) {
    List<ListEntry> entries = new ArrayList<>();
    table.inForce(day).stream()
        .sorted(Comparator.comparing(Row::validFrom))
        .map(reader)
        .filter(entry -> entry != null)
        .forEach(entries::add);
    return entries;
  }

  private static ListEntry named(Row row) {
    return new ListEntry(row.get("code"), row.get("name"), null, row.validFrom(), row.validTo());
  }

  private static ListEntry standardRate(Row row) {
    return new ListEntry(
        row.get("country"),
        row.get("source"),
        new BigDecimal(row.get("percent")),
        row.validFrom(),
        row.validTo());
  }
}
