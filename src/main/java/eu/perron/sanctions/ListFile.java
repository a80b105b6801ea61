package eu.perron.sanctions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Reads the list as the Commission publishes it (Financial Sanctions Files, full list, 1.0 and
 * 1.1): XML or CSV. An undated list, or one without names, is none: it would screen nobody and look
 * as if it did.
 */
final class ListFile {
  private static final DateTimeFormatter BELGIAN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  private ListFile() {}

  static SanctionsList read(byte[] file) {
    SanctionsList list = looksLikeXml(file) ? XmlListReader.read(file) : CsvListReader.read(file);
    if (list.generatedOn() == null) {
      throw new UnreadableList(
          "The list bears no date (generationDate, fileGenerationDate): nobody knows whom it"
              + " omits.");
    }
    if (list.names() == 0) {
      throw new UnreadableList("The list names nobody.");
    }
    return list;
  }

  private static boolean looksLikeXml(byte[] file) {
    for (int i = 0; i < Math.min(file.length, 200); i++) {
      int next = file[i] & 0xff;
      if (next == '<') {
        return true;
      }
      // White space, and the marks of UTF-8 and UTF-16 at the beginning of a file.
      if (next > ' ' && next < 0x80) {
        return false;
      }
    }
    return false;
  }

  /**
   * @return null if there is none, or none that can be read
   */
  static LocalDate day(String given) {
    String text = given == null ? "" : given.strip();
    try {
      return ISO.matcher(text).matches()
          ? LocalDate.parse(text.substring(0, 10))
          : LocalDate.parse(text, BELGIAN);
    } catch (DateTimeException undated) {
      return null;
    }
  }
}
