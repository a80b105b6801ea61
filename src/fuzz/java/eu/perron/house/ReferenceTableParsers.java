package eu.perron.house;

import eu.perron.fuzz.InAFile;
import eu.perron.fuzz.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;

public final class ReferenceTableParsers {
  private static final String GOOD = "name,valid_from,valid_to,source,mark\na,2021-07-01,,x,F\n";

  private ReferenceTableParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named("reference-table", ReferenceTableParsers::change, ReferenceTable.class)
            .from("processes/reference/*.csv"));
  }

  /** A file that changes while the program runs: whatever it holds, the rooms go on. */
  private static void change(byte[] changed) throws IOException {
    Path file = InAFile.write("reference/law.csv", GOOD.getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    ReferenceTable table = ReferenceTable.in(InAFile.root(), "law.csv");
    InAFile.write("reference/law.csv", changed);
    Files.setLastModifiedTime(file, FileTime.fromMillis(2));
    for (int times = 0; times < 2; times++) {
      for (ReferenceTable.Row row : table.inForce(LocalDate.of(2026, 11, 22))) {
        row.columns().keySet().forEach(row::get);
      }
    }
    try {
      ReferenceTable.in(InAFile.root(), "law.csv");
    } catch (UncheckedIOException | IllegalArgumentException refused) {
      // at the start a broken table is said, and the start ends
    }
  }
}
