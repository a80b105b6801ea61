package eu.perron.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Rows with columns by name, in any order; a comma or a semicolon between them. */
public final class HeadedCsv {
  private HeadedCsv() {}

  public interface Taken {
    void row(CSVRecord row, int line);
  }

  /**
   * @param refusal how the reader says what is wrong with the file
   */
  public static void read(
      String text, List<String> columns, Function<String, RuntimeException> refusal, Taken taken) {
    char delimiter = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (CSVParser rows = parse(format, text, refusal)) {
      for (String column : columns) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw refusal.apply(
              "The first line has no column %s; it is %s."
                  .formatted(column, String.join(",", columns)));
        }
      }
      for (CSVRecord row : rows) {
        int line = (int) rows.getCurrentLineNumber();
        if (!row.isConsistent()) {
          throw refusal.apply("Line %d has not as many columns as the first.".formatted(line));
        }
        taken.row(row, line);
      }
    } catch (IOException | UncheckedIOException broken) {
      throw refusal.apply("It is no CSV: " + broken.getMessage());
    }
  }

  /** A header with a column twice, or without a name, is the parser's illegal argument. */
  private static CSVParser parse(
      CSVFormat format, String text, Function<String, RuntimeException> refusal)
      throws IOException {
    try {
      return format.parse(new StringReader(text));
    } catch (IllegalArgumentException headless) {
      throw refusal.apply("The first line: " + headless.getMessage());
    }
  }
}
