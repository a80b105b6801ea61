package eu.perron.connectors;

import eu.perron.fuzz.InAFile;
import eu.perron.fuzz.Parser;
import java.time.LocalDate;
import java.util.List;

public final class CarrierTableParsers {
  private CarrierTableParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named("status-codes", CarrierTableParsers::read, StatusCodes.class)
            .from("connectors/bpost/status-codes.csv")
            .refusingBy(IllegalStateException.class));
  }

  private static void read(byte[] file) {
    StatusCodes codes = InAFile.read("status-codes.csv", file, StatusCodes::load);
    codes.meaning("tracking", "LVD", LocalDate.of(2026, 11, 22));
  }
}
