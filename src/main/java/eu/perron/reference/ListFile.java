package eu.perron.reference;

import eu.perron.house.HeadedCsv;
import eu.perron.trade.MemberStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVRecord;

/**
 * A list as it was read.
 *
 * @param leftOut rows that are of no use here
 */
record ListFile(ListKind kind, List<ListEntry> entries, int leftOut) {
  private static final int LARGEST = 96 * 1024 * 1024;
  private static final List<String> RATES =
      List.of("start_date", "stop_date", "territory_codes", "rate", "rate_type", "description");
  private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.5");

  /**
   * @throws UnreadableReference if it is none of the lists we take, or broken
   */
  static ListFile read(byte[] given) {
    byte[] content = unpacked(given);
    ListFile file = isXml(content) ? OfficesReader.read(content) : csv(content);
    if (file.entries.isEmpty()) {
      throw new UnreadableReference(
          "It holds nothing that is of use here, of %d rows.".formatted(file.leftOut));
    }
    return file;
  }

  private static boolean isXml(byte[] content) {
    String begin =
        new String(content, 0, Math.min(content.length, 64), StandardCharsets.UTF_8)
            .replace("\uFEFF", "");
    return begin.stripLeading().startsWith("<");
  }

  private static ListFile csv(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "");
    String head = text.lines().findFirst().orElse("");
    if (head.contains("hscode")) {
      return commodityCodes(text);
    }
    if (head.contains("territory_codes")) {
      return vatRates(text);
    }
    if (head.contains("prefix")) {
      return airlinePrefixes(text);
    }
    throw new UnreadableReference(
        "The first line tells none of the lists we take: hscode (commodity codes), territory_codes"
            + " (VAT rates), prefix (airlines), or XML of the customs offices.");
  }

  /** Headings and national digits are left out: six digits are the same worldwide. */
  private static ListFile commodityCodes(String text) {
    Rows rows = new Rows();
    HeadedCsv.read(
        text,
        List.of("hscode", "description"),
        UnreadableReference::new,
        (row, line) -> {
          String code = row.get("hscode");
          if (!code.matches("\\d{2,12}")) {
            throw wrong(line, "hscode", code, "digits");
          }
          if (code.length() == 6) {
            rows.once(new ListEntry(code, row.get("description"), null, null, null));
          } else {
            rows.leaveOut();
          }
        });
    return rows.of(ListKind.COMMODITY_CODES);
  }

  /** Greece stands there as GR and EL, islands and enclaves with codes of their own. */
  private static ListFile vatRates(String text) {
    Rows rows = new Rows();
    HeadedCsv.read(
        text,
        RATES,
        UnreadableReference::new,
        (row, line) -> {
          List<String> states =
              List.of(row.get("territory_codes").split("\\s+")).stream()
                  .filter(MemberStates::include)
                  .toList();
          if (states.isEmpty() || !row.get("rate_type").equals("standard")) {
            rows.leaveOut();
            return;
          }
          BigDecimal percent = percent(row, line);
          LocalDate from = day(row, "start_date", line);
          LocalDate to = row.get("stop_date").isEmpty() ? null : day(row, "stop_date", line);
          states.forEach(
              state -> rows.add(new ListEntry(state, row.get("description"), percent, from, to)));
        });
    return rows.of(ListKind.VAT_RATES);
  }

  private static ListFile airlinePrefixes(String text) {
    Rows rows = new Rows();
    HeadedCsv.read(
        text,
        List.of("prefix", "airline"),
        UnreadableReference::new,
        (row, line) -> {
          String prefix = row.get("prefix");
          if (!prefix.matches("\\d{3}")) {
            throw wrong(line, "prefix", prefix, "three digits such as 235");
          }
          if (!rows.once(new ListEntry(prefix, row.get("airline"), null, null, null))) {
            throw new UnreadableReference(
                "Line %d: prefix %s stands there twice.".formatted(line, prefix));
          }
        });
    return rows.of(ListKind.AIRLINE_PREFIXES);
  }

  private static BigDecimal percent(CSVRecord row, int line) {
    String rate = row.get("rate");
    if (!rate.matches("0(\\.\\d{1,6})?") || new BigDecimal(rate).compareTo(HIGHEST_RATE) > 0) {
      throw wrong(line, "rate", rate, "a share such as 0.21");
    }
    return new BigDecimal(rate).movePointRight(2);
  }

  private static LocalDate day(CSVRecord row, String column, int line) {
    try {
      return LocalDate.parse(row.get(column));
    } catch (DateTimeException undated) {
      throw wrong(line, column, row.get(column), "a day such as 2026-11-20");
    }
  }

  private static UnreadableReference wrong(int line, String column, String given, String wanted) {
    return new UnreadableReference(
        "Line %d: %s is \"%s\", which is not %s."
            .formatted(line, column, given.substring(0, Math.min(given.length(), 40)), wanted));
  }

  /** Publishers pack large lists; the first file of the archive is the list. */
  private static byte[] unpacked(byte[] given) {
    if (given.length < 4 || given[0] != 'P' || given[1] != 'K') {
      return given;
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(given))) {
      ZipEntry file = zip.getNextEntry();
      while (file != null && file.isDirectory()) {
        file = zip.getNextEntry();
      }
      byte[] content = file == null ? new byte[0] : zip.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new UnreadableReference("Unpacked it is larger than %d MB.".formatted(LARGEST >> 20));
      }
      return content;
    } catch (IOException broken) {
      throw new UnreadableReference("The archive cannot be unpacked: " + broken.getMessage());
    }
  }

  /** What a reader gathers. */
  static final class Rows {
    private final List<ListEntry> entries = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int leftOut;

    void add(ListEntry entry) {
      entries.add(entry);
    }

    /**
     * @return false if its code was there before
     */
    boolean once(ListEntry entry) {
      boolean fresh = seen.add(entry.code());
      if (fresh) {
        entries.add(entry);
      }
      return fresh;
    }

    int count() {
      return entries.size();
    }

    void leaveOut() {
      leftOut++;
    }

    ListFile of(ListKind kind) {
      return new ListFile(kind, List.copyOf(entries), leftOut);
    }
  }
}
