package eu.perron.freight;

import eu.perron.fuzz.Parser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

public final class FreightParsers {
  private FreightParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named(
            "flight-and-date", FreightParsers::read, FlightNumber.class, CargoDates.class));
  }

  private static void read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    FlightNumber.normalise(text);
    CargoDates.nearest(text, LocalDate.of(2026, 11, 22));
    CargoDates.time(text);
  }
}
