package eu.perron.exports;

import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The codes of China customs for what we call by other names, each from a day on. */
@Component("chinaCustomsCodes")
class CustomsCodes {
  static final String FILE = "reference/china-customs-codes.csv";

  private record Row(LocalDate from, String code) {}

  private final Path file;
  private final Map<String, List<Row>> rows = new HashMap<>();

  @Autowired
  CustomsCodes(PerronSettings settings) {
    this(settings.processesDir().resolve(FILE));
  }

  CustomsCodes(Path file) {
    this.file = file;
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();
    try (Reader text = Files.newBufferedReader(file)) {
      for (CSVRecord line : format.parse(text)) {
        rows.computeIfAbsent(line.get("kind") + " " + line.get("ours"), key -> new ArrayList<>())
            .add(new Row(LocalDate.parse(line.get("valid_from")), line.get("theirs")));
      }
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | DateTimeException unreadable) {
      throw new IllegalStateException(
          "Codes of China customs, %s: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
    rows.values().forEach(list -> list.sort(Comparator.comparing(Row::from).reversed()));
  }

  /**
   * @throws IllegalStateException naming the row that is missing: an operator adds it and lets the
   *     step run again
   */
  String of(String kind, String ours, LocalDate day) {
    return find(kind, ours, day)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s has no %s code for %s on %s; add the row and try again"
                        .formatted(file, kind, ours, day)));
  }

  /** The row of the longest beginning of an HS code, down to {@code *}. */
  String ofTariff(String kind, String hsCode, LocalDate day) {
    for (int length = hsCode.length(); length > 0; length--) {
      Optional<String> code = find(kind, hsCode.substring(0, length), day);
      if (code.isPresent()) {
        return code.get();
      }
    }
    return of(kind, "*", day);
  }

  private Optional<String> find(String kind, String ours, LocalDate day) {
    return rows.getOrDefault(kind + " " + ours, List.of()).stream()
        .filter(row -> !row.from().isAfter(day))
        .map(Row::code)
        .findFirst();
  }
}
