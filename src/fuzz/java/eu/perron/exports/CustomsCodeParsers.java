package eu.perron.exports;

import eu.perron.fuzz.InAFile;
import eu.perron.fuzz.Parser;
import java.util.List;

public final class CustomsCodeParsers {
  private CustomsCodeParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named("china-customs-codes", CustomsCodeParsers::read, CustomsCodes.class)
            .from("processes/reference/china-customs-codes.csv")
            .refusingBy(IllegalStateException.class));
  }

  private static void read(byte[] file) {
    InAFile.read("china-customs-codes.csv", file, CustomsCodes::new);
  }
}
