package eu.perron.duties;

import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.Mrn;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what customs debited: {@code mrn,debited_on,duty,vat,fees}. How Belgian customs writes its
 * statement of the deferred account is not public; this is the shape it is to be brought into.
 */
final class DebitReader {
  private static final int MOST = 500_000;
  private static final List<String> COLUMNS = List.of("mrn", "debited_on", "duty", "vat", "fees");

  private DebitReader() {}

  record Debit(
      int line, String mrn, LocalDate debitedOn, BigDecimal duty, BigDecimal vat, BigDecimal fees) {
    BigDecimal total() {
      return duty.add(vat).add(fees);
    }
  }

  static List<Debit> read(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "");
    char delimiter = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    List<Debit> debits = new ArrayList<>();
    try (CSVParser rows = format.parse(new StringReader(text))) {
      for (String column : COLUMNS) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new UnreadableDebits(
              "The first line has no column %s; it is %s."
                  .formatted(column, String.join(",", COLUMNS)));
        }
      }
      for (CSVRecord row : rows) {
        debits.add(debit(row, (int) rows.getCurrentLineNumber()));
        if (debits.size() > MOST) {
          throw new UnreadableDebits("More than %d debits are not taken at once.".formatted(MOST));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw new UnreadableDebits("It is no CSV: " + broken.getMessage());
    }
    if (debits.isEmpty()) {
      throw new UnreadableDebits("It holds no debit.");
    }
    return debits;
  }

  private static Debit debit(CSVRecord row, int line) {
    if (!row.isConsistent()) {
      throw new UnreadableDebits("Line %d has not as many columns as the first.".formatted(line));
    }
    try {
      return new Debit(
          line,
          Mrn.parse(row.get("mrn")).value(),
          day(row.get("debited_on"), line),
          amount(row.get("duty"), line),
          amount(row.get("vat"), line),
          amount(row.get("fees"), line));
    } catch (InvalidIdentifier invalid) {
      throw new UnreadableDebits("Line %d: %s".formatted(line, invalid.getMessage()));
    }
  }

  private static LocalDate day(String text, int line) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2021 && day.getYear() < 2100) {
        return day;
      }
    } catch (DateTimeException wrong) {
      // said below
    }
    throw new UnreadableDebits(
        "Line %d: the day of the debit is wanted as 2026-12-15.".formatted(line));
  }

  private static BigDecimal amount(String text, int line) {
    String plain = text.replace(',', '.');
    if (!plain.matches("\\d{1,12}(\\.\\d{1,2})?")) {
      throw new UnreadableDebits("Line %d: an amount is wanted as 12.50, or 0.".formatted(line));
    }
    return new BigDecimal(plain).setScale(2);
  }
}
