package eu.perron.exports;

import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The codes of China customs for what we call by other names, and what their answers mean, each
 * from a day on. A changed file is read again; a broken one leaves the rows as they were.
 */
@Component("chinaCustomsCodes")
class CustomsCodes {
  static final String FILE = "reference/china-customs-codes.csv";
  private static final Logger log = LoggerFactory.getLogger(CustomsCodes.class);
  private static final String RETURN_STATUS = "return-status";

  private record Row(LocalDate from, String ours, String theirs) {}

  private record Rows(
      FileTime modified, Map<String, List<Row>> byOurs, Map<String, List<Row>> byTheirs) {}

  private final Path file;
  private volatile Rows rows;

  @Autowired
  CustomsCodes(PerronSettings settings) {
    this(settings.processesDir().resolve(FILE));
  }

  CustomsCodes(Path file) {
    this.file = file;
    this.rows = read();
  }

  private Rows latest() {
    Rows known = rows;
    FileTime modified = modified();
    if (!modified.equals(known.modified())) {
      try {
        known = read();
      } catch (IllegalStateException broken) {
        log.warn("{}; its former rows stay in force", broken.getMessage());
        known = new Rows(modified, known.byOurs(), known.byTheirs());
      }
      rows = known;
    }
    return known;
  }

  private FileTime modified() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException absent) {
      return FileTime.fromMillis(0);
    }
  }

  private Rows read() {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();
    Rows read = new Rows(modified(), new HashMap<>(), new HashMap<>());
    try (Reader text = Files.newBufferedReader(file)) {
      for (CSVRecord line : format.parse(text)) {
        keep(line, read);
      }
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | DateTimeException unreadable) {
      throw new IllegalStateException(
          "Codes of China customs, %s: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
    read.byOurs().values().forEach(CustomsCodes::newestFirst);
    read.byTheirs().values().forEach(CustomsCodes::newestFirst);
    return read;
  }

  private static void keep(CSVRecord line, Rows into) {
    String kind = line.get("kind");
    Row row =
        new Row(LocalDate.parse(line.get("valid_from")), line.get("ours"), line.get("theirs"));
    if (kind.equals(RETURN_STATUS)) {
      checkAnswer(row);
    }
    into.byOurs().computeIfAbsent(kind + " " + row.ours(), key -> new ArrayList<>()).add(row);
    into.byTheirs().computeIfAbsent(kind + " " + row.theirs(), key -> new ArrayList<>()).add(row);
  }

  private static void checkAnswer(Row row) {
    if (ExportState.answers().stream().noneMatch(state -> state.name().equals(row.ours()))) {
      throw new IllegalArgumentException(
          "return-status %s means '%s', which is none of %s"
              .formatted(row.theirs(), row.ours(), ExportState.answers()));
    }
  }

  private static void newestFirst(List<Row> rows) {
    rows.sort(Comparator.comparing(Row::from).reversed());
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

  /**
   * What a returnStatus means: the row of that very code, or of the longest beginning that ends in
   * {@code *}.
   *
   * @param at by the clock of customs; the row of that day in China counts
   * @return empty: nobody said what it means, so a person must
   */
  Optional<ExportState> saidBy(int returnStatus, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ExportListing.CHINA);
    Map<String, List<Row>> meanings = latest().byTheirs();
    String code = String.valueOf(returnStatus);
    for (int length = code.length(); length >= 0; length--) {
      String written = length == code.length() ? code : code.substring(0, length) + "*";
      Optional<Row> row = holding(meanings.get(RETURN_STATUS + " " + written), day);
      if (row.isPresent()) {
        return row.map(found -> ExportState.valueOf(found.ours()));
      }
    }
    return Optional.empty();
  }

  /** For a person: how to make an answer known of which we do not know what it means. */
  String unknown(int returnStatus, String about, String info) {
    return ("China customs say returnStatus %d to %s (%s); no row return-status of %s says what"
            + " that means. Add one with one of %s, then let this be applied again")
        .formatted(returnStatus, about, info, file, ExportState.answers());
  }

  private Optional<String> find(String kind, String ours, LocalDate day) {
    return holding(latest().byOurs().get(kind + " " + ours), day).map(Row::theirs);
  }

  private static Optional<Row> holding(List<Row> rows, LocalDate day) {
    return rows == null
        ? Optional.empty()
        : rows.stream().filter(row -> !row.from().isAfter(day)).findFirst();
  }
}
