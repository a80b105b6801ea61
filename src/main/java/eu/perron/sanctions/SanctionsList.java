package eu.perron.sanctions;

import java.time.LocalDate;
import java.util.List;

/**
 * The list as one file of its publisher gives it.
 *
 * @param generatedOn the day the publisher wrote into it
 * @param fileId the publisher's number of this file; null in CSV
 */
record SanctionsList(
    Format format, LocalDate generatedOn, String fileId, List<ListedEntry> entries) {
  enum Format {
    XML,
    CSV
  }

  int names() {
    return entries.stream().mapToInt(entry -> entry.names().size()).sum();
  }
}
