package eu.perron.reference;

import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import java.util.List;

public final class ReferenceListParsers {
  private ReferenceListParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named(
                "reference-lists", ReferenceListParsers::list, ListFile.class, OfficesReader.class)
            .from("src/test/resources/reference/*")
            .refusingBy(UnreadableReference.class));
  }

  /** Whatever is taken names something. */
  private static void list(byte[] file) {
    for (ListEntry entry : ListFile.read(file).entries()) {
      if (entry.code().isBlank() || entry.code().length() > 8 || entry.name().length() > 300) {
        throw Finding.of("an entry that is none: " + entry);
      }
    }
  }
}
