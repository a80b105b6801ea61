package eu.perron.duties;

import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import java.util.List;

public final class DutiesParsers {
  private DutiesParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named("exchange-rates", DutiesParsers::rates, RateReader.class)
            .from("src/test/resources/duties/rates/*")
            .refusingBy(UnreadableRates.class));
  }

  /** Whatever is taken fits its columns. */
  private static void rates(byte[] file) {
    for (PublishedRate rate : RateReader.read(file)) {
      if (rate.perEuro().signum() <= 0
          || rate.perEuro().scale() > 8
          || rate.perEuro().precision() - rate.perEuro().scale() > 12
          || rate.source().length() > 190
          || rate.validFrom().getYear() > 9999) {
        throw Finding.of("a rate that its columns cannot hold: " + rate);
      }
    }
  }
}
