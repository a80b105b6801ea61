package eu.perron.house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Law and practice with dates, in a CSV file that its owners edit: each row says from when and, if
 * known, to when (both days included) it holds, where it comes from and how sure that is. A changed
 * file is read again; a broken one leaves the rows as they were.
 */
public final class ReferenceTable {
  private static final Logger log = LoggerFactory.getLogger(ReferenceTable.class);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setCommentMarker('#')
          .get();

  private final Path file;
  private final Consumer<Row> check;
  private volatile Rows rows;

  /** A flight's orders all ask for the same day. */
  private volatile Day asked;

  private ReferenceTable(Path file, Consumer<Row> check) throws IOException {
    this.file = file;
    this.check = check;
    this.rows = read();
  }

  /** A table whose rows need no check of their own. */
  public static ReferenceTable in(Path folder, String name) {
    return in(folder, name, row -> {});
  }

  /**
   * @param check what a row must bear to be usable; an {@link IllegalArgumentException} of it
   *     refuses the file
   */
  public static ReferenceTable in(Path folder, String name, Consumer<Row> check) {
    Path file = folder.resolve("reference").resolve(name);
    try {
      return new ReferenceTable(file, check);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Reference table " + file + " cannot be read", unreadable);
    }
  }

  public List<Row> inForce(LocalDate day) {
    Rows all = latest();
    Day known = asked;
    if (known == null || known.all != all || !known.day.equals(day)) {
      known = new Day(all, day, all.rows.stream().filter(row -> row.holdsOn(day)).toList());
      asked = known;
    }
    return known.inForce;
  }

  private Rows latest() {
    Rows known = rows;
    try {
      if (!Files.getLastModifiedTime(file).equals(known.modified)) {
        known = read();
        rows = known;
      }
    } catch (IOException | IllegalArgumentException broken) {
      log.warn(
          "Reference table {} cannot be read, its former rows stay in force: {}",
          file,
          broken.getMessage());
      rows = new Rows(modified(), known.rows);
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

  private Rows read() throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      return new Rows(modified, parser.stream().map(this::row).toList());
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private Row row(CSVRecord record) {
    if (!record.isConsistent()) {
      throw new IllegalArgumentException(
          "%s, record %d has not as many columns as the header"
              .formatted(file, record.getRecordNumber()));
    }
    try {
      String to = record.get("valid_to");
      Row row =
          new Row(
              record.toMap(),
              LocalDate.parse(record.get("valid_from")),
              to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to));
      check.accept(row);
      return row;
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "%s, record %d: %s".formatted(file, record.getRecordNumber(), wrong.getMessage()), wrong);
    }
  }

  private record Rows(FileTime modified, List<Row> rows) {}

  private record Day(Rows all, LocalDate day, List<Row> inForce) {}

  public record Row(Map<String, String> columns, LocalDate validFrom, LocalDate validTo) {
    public String get(String column) {
      String value = columns.get(column);
      if (value == null) {
        throw new IllegalArgumentException("No column " + column + " among " + columns.keySet());
      }
      return value;
    }

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /**
     * Found in no source we could check ({@code U}) or invented for the demonstration ({@code
     * INVENTED}).
     */
    public boolean isUnverified() {
      return !get("mark").startsWith("F");
    }
  }
}
