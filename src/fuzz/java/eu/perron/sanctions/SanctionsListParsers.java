package eu.perron.sanctions;

import eu.perron.fuzz.Parser;
import java.util.List;

public final class SanctionsListParsers {
  private SanctionsListParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named(
                "sanctions-list",
                SanctionsListParsers::read,
                ListFile.class,
                XmlListReader.class,
                CsvListReader.class)
            .from("processes/reference/sanctions-*.xml")
            .refusingBy(UnreadableList.class));
  }

  /** What is read is indexed, compared with itself and searched by its own names. */
  private static void read(byte[] file) {
    SanctionsList list = ListFile.read(file);
    List<ListedEntry> entries = list.entries().subList(0, Math.min(50, list.entries().size()));
    NameSearch search = new NameSearch(new NameIndex(entries), 1, list.generatedOn());
    ListChanges.between(entries, entries);
    for (ListedEntry entry : entries) {
      entry.digest();
      entry.names().stream().limit(5).forEach(name -> search.find(name.whole(), "BE", 80));
    }
  }
}
