package eu.perron.duties;

import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import eu.perron.house.HeadedCsv;
import java.util.List;

public final class DutiesParsers {
  private DutiesParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named("exchange-rates", DutiesParsers::rates, RateReader.class, HeadedCsv.class)
            .from("src/test/resources/duties/rates/*")
            .refusingBy(UnreadableRates.class),
        Parser.named("customs-debits", DutiesParsers::debits, DebitReader.class, HeadedCsv.class)
            .from("src/test/resources/duties/debits.csv")
            .refusingBy(UnreadableDebits.class));
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

  private static void debits(byte[] file) {
    for (DebitReader.Debit debit : DebitReader.read(file)) {
      if (debit.mrn().length() > 18
          || debit.total().precision() > 15
          || debit.debitedOn().getYear() > 9999
          || debit.debitedOn().getYear() < 1) {
        throw Finding.of("a debit that its columns cannot hold: " + debit);
      }
    }
  }
}
