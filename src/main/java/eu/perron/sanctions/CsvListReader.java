package eu.perron.sanctions;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The same list as CSV: semicolons, a header, a row for each name, address, birth or document, all
 * of one {@code Entity_LogicalId}. Its quotes are lax: two that are never closed would swallow all
 * rows between them, so it is read with and without quotes, and the reading with more names wins.
 * Columns are found by name; the file does not say which names identify badly.
 */
final class CsvListReader {
  private static final String ID = "Entity_LogicalId";
  private static final CSVFormat QUOTED =
      CSVFormat.DEFAULT
          .builder()
          .setDelimiter(';')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setAllowMissingColumnNames(true)
          .setIgnoreEmptyLines(true)
          .setLenientEof(true)
          .setTrailingData(true)
          .get();
  private static final CSVFormat UNQUOTED = QUOTED.builder().setQuote(null).get();

  private CsvListReader() {}

  static SanctionsList read(byte[] file) {
    String text = text(file);
    SanctionsList unquoted;
    try {
      unquoted = read(text, UNQUOTED);
    } catch (UnreadableList lineBreaksInQuotes) {
      return read(text, QUOTED);
    }
    try {
      SanctionsList quoted = read(text, QUOTED);
      return quoted.names() < unquoted.names() ? unquoted : quoted;
    } catch (UnreadableList laxQuotes) {
      return unquoted;
    }
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new UnreadableList("The file is not in UTF-8.");
    }
  }

  private static SanctionsList read(String text, CSVFormat format) {
    try (CSVParser rows = format.parse(new StringReader(text))) {
      List<String> header = rows.getHeaderNames();
      if (!header.contains(ID) || !header.contains("NameAlias_WholeName")) {
        throw new UnreadableList(
            "The file is no CSV of the Financial Sanctions Files: it has no columns "
                + ID
                + " and NameAlias_WholeName.");
      }
      Map<String, EntryBuilder> entries = new LinkedHashMap<>();
      LocalDate generatedOn = null;
      for (CSVRecord row : rows) {
        if (!row.isConsistent()) {
          throw new UnreadableList(
              "Row %d has not as many columns as the header: names would be lost."
                  .formatted(row.getRecordNumber()));
        }
        if (generatedOn == null) {
          generatedOn = ListFile.day(at(row, "fileGenerationDate"));
        }
        String id = at(row, ID).strip();
        if (!id.isEmpty()) {
          read(row, entries.computeIfAbsent(id, EntryBuilder::new));
        }
      }
      return new SanctionsList(
          SanctionsList.Format.CSV,
          generatedOn,
          null,
          entries.values().stream().map(EntryBuilder::entry).toList());
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw new UnreadableList("The file is no CSV: " + broken.getMessage());
    }
  }

  private static void read(CSVRecord row, EntryBuilder entry) {
    entry.reference(at(row, "Entity_EU_ReferenceNumber"));
    entry.subject(at(row, "Entity_SubjectType"), at(row, "Entity_SubjectType_ClassificationCode"));
    entry.remark(at(row, "Entity_Remark"));
    entry.regulation(
        at(row, "Entity_Regulation_NumberTitle"),
        at(row, "Entity_Regulation_Programme"),
        at(row, "Entity_Regulation_PublicationUrl"));
    entry.name(
        at(row, "NameAlias_WholeName"),
        at(row, "NameAlias_FirstName"),
        at(row, "NameAlias_MiddleName"),
        at(row, "NameAlias_LastName"),
        true);
    entry.birth(
        at(row, "BirthDate_BirthDate"),
        at(row, "BirthDate_Year"),
        at(row, "BirthDate_City"),
        at(row, "BirthDate_CountryIso2Code"));
    entry.citizenship(at(row, "Citizenship_CountryIso2Code"));
    entry.address(
        at(row, "Address_Street"),
        at(row, "Address_ZipCode"),
        at(row, "Address_City"),
        at(row, "Address_CountryIso2Code"),
        at(row, "Address_CountryDescription"));
    entry.document(
        at(row, "Identification_TypeCode"),
        at(row, "Identification_Number"),
        at(row, "Identification_CountryIso2Code"));
  }

  private static String at(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }
}
