package eu.perron.duties;

import eu.perron.house.HeadedCsv;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.Mrn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    List<Debit> debits = new ArrayList<>();
    HeadedCsv.read(
        text,
        COLUMNS,
        UnreadableDebits::new,
        (row, line) -> {
          if (debits.size() == MOST) {
            throw new UnreadableDebits(
                "More than %d debits are not taken at once.".formatted(MOST));
          }
          debits.add(debit(row, line));
        });
    if (debits.isEmpty()) {
      throw new UnreadableDebits("It holds no debit.");
    }
    return debits;
  }

  private static Debit debit(CSVRecord row, int line) {
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
