package eu.perron.orders;

import eu.perron.house.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.http.HttpStatus;

/** A CSV file of orders, read row by row and never held as a whole. */
final class ImportFile {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int MOST_ROWS = 300_000;

  /** Where in the file something is wrong. */
  record FileError(long row, String column, String code, String message) {}

  private final Map<String, Integer> orderNumbers = new HashMap<>();
  private List<String> header;
  private int rows;

  /**
   * @throws Problem if it is not such a file
   */
  void read(InputStream file, Consumer<ImportRow> taker) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(characters(file))) {
      Iterator<CSVRecord> records = parser.iterator();
      long row = 1;
      try {
        header = checkedHeader(records);
        while (records.hasNext()) {
          row++;
          taker.accept(row(records.next(), (int) row));
          if (++rows > MOST_ROWS) {
            throw unreadable(
                "At most %,d rows are taken.".formatted(MOST_ROWS),
                List.of(new FileError(row, null, "too-many-rows", "Cut the file in two.")));
          }
        }
      } catch (UncheckedIOException broken) {
        throw notCsv(broken.getCause(), row);
      } catch (IllegalStateException broken) {
        throw notCsv(
            broken.getCause() instanceof IOException cause
                ? cause
                : new IOException(broken.getMessage()),
            row);
      }
    } catch (CharacterCodingException notUtf8) {
      throw notUtf8(1);
    }
  }

  int rows() {
    return rows;
  }

  int orders() {
    return orderNumbers.size();
  }

  private static Reader characters(InputStream file) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new BufferedReader(
                new InputStreamReader(
                    file,
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static List<String> checkedHeader(Iterator<CSVRecord> records) {
    if (!records.hasNext()) {
      throw unreadable(
          "The file is empty.",
          List.of(new FileError(1, null, "header", "A header row is wanted.")));
    }
    List<String> header = records.next().stream().map(String::strip).toList();
    if (header.size() == 1 && header.get(0).contains(";")) {
      throw unreadable(
          "The columns are separated by semicolons.",
          List.of(
              new FileError(
                  1,
                  null,
                  "separator",
                  "Columns are separated by commas here; save the file as such.")));
    }
    List<String> known = ImportColumns.all();
    List<FileError> errors = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      if (!known.contains(column)) {
        errors.add(
            new FileError(
                1, column, "unknown-column", "Column %d is none of ours.".formatted(i + 1)));
      } else if (header.indexOf(column) < i) {
        errors.add(
            new FileError(
                1, column, "double-column", "Column %d is there twice.".formatted(i + 1)));
      }
    }
    ImportColumns.missingIn(header)
        .forEach(
            column ->
                errors.add(
                    new FileError(1, column, "missing-column", "The header lacks this column.")));
    if (!errors.isEmpty()) {
      throw unreadable("The header is not that of an order file.", errors);
    }
    return header;
  }

  private ImportRow row(CSVRecord record, int row) {
    if (record.size() != header.size()) {
      String reference = referenceIn(record);
      return new ImportRow(
          orderNumber(reference, row),
          row,
          reference,
          null,
          "The header has %d columns, this row has %d.".formatted(header.size(), record.size()));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (!record.get(i).isBlank()) {
        cells.put(header.get(i), record.get(i));
      }
    }
    String reference = cells.getOrDefault("reference", "").strip();
    return new ImportRow(orderNumber(reference, row), row, shortened(reference), cells, null);
  }

  private String referenceIn(CSVRecord record) {
    int at = header.indexOf("reference");
    return at < record.size() ? shortened(record.get(at).strip()) : "";
  }

  private static String shortened(String reference) {
    return reference.length() > 250 ? reference.substring(0, 250) : reference;
  }

  /** Rows without a reference belong to no other row. */
  private int orderNumber(String reference, int row) {
    String key = reference.isEmpty() ? "\u0000" + row : reference;
    return orderNumbers.computeIfAbsent(key, fresh -> orderNumbers.size());
  }

  private static RuntimeException notCsv(IOException broken, long row) throws IOException {
    if (broken instanceof CharacterCodingException) {
      return notUtf8(row);
    }
    if (broken instanceof CSVException || broken.getClass() == IOException.class) {
      return unreadable(
          "The file is not CSV from row %d on; nothing of it was taken.".formatted(row),
          List.of(new FileError(row, null, "csv", String.valueOf(broken.getMessage()))));
    }
    throw broken;
  }

  private static Problem notUtf8(long row) {
    return unreadable(
        "The file is not UTF-8; nothing of it was taken.",
        List.of(new FileError(row, null, "not-utf-8", "Save the file as UTF-8.")));
  }

  private static Problem unreadable(String detail, List<FileError> errors) {
    return Problem.of(HttpStatus.BAD_REQUEST, "unreadable-file", "Unreadable file", detail)
        .errors(errors);
  }
}
