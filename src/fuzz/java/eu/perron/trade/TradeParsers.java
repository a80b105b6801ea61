package eu.perron.trade;

import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import java.nio.charset.StandardCharsets;
import java.util.List;

public final class TradeParsers {
  private TradeParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named(
            "identifier",
            TradeParsers::identifier,
            Identifiers.class,
            AirWaybillNumber.class,
            BelgianEnterpriseNumber.class,
            Eori.class,
            HsCode.class,
            IossNumber.class,
            Lrn.class,
            Mrn.class,
            S10.class,
            Sscc.class,
            UldNumber.class,
            UnifiedSocialCreditCode.class),
        Parser.named(
            "typed-value", TradeParsers::value, Money.class, Weight.class, CountryCode.class));
  }

  private static void identifier(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    for (IdentifierKind kind : IdentifierKind.values()) {
      IdentifierCheck check = Identifiers.check(kind, text);
      if (check.valid()) {
        IdentifierCheck again = Identifiers.check(kind, check.normalised());
        if (!again.valid() || !again.normalised().equals(check.normalised())) {
          throw Finding.of(kind + " is not the same when read again: " + check.normalised());
        }
      } else if (check.reason() == null || check.reason().length() > 500) {
        throw Finding.of(kind + " is refused without a reason one can read: " + check.reason());
      }
    }
  }

  private static void value(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    refusable(() -> Money.of(text, "EUR").rounded().toString());
    refusable(() -> Money.of("1", text));
    refusable(() -> Weight.ofKg(text).times(99).toString());
    refusable(() -> CountryCode.parse(text));
  }

  private static void refusable(Runnable read) {
    try {
      read.run();
    } catch (IllegalArgumentException refused) {
      // their way to say no, a number that is none included
    }
  }
}
