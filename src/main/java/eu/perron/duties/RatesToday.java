package eu.perron.duties;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rates of a day beside each other, for people. */
@Component
public class RatesToday {
  private final Rates rates;

  RatesToday(Rates rates) {
    this.rates = rates;
  }

  /**
   * @param customs customs' rate of the month; null: none is known
   * @param centralBank the central bank's of that day or the last before it; null: none is known
   */
  public record Line(String currency, Shown customs, Shown centralBank) {}

  /**
   * @param mark F found in the named source, U unverified, INVENTED for the demonstration
   */
  public record Shown(String perEuro, LocalDate validFrom, String source, String mark) {}

  public List<Line> on(LocalDate day) {
    return rates.currencies(day).stream()
        .map(
            currency ->
                new Line(
                    currency,
                    shown(RateKind.CUSTOMS, currency, day),
                    shown(RateKind.ECB, currency, day)))
        .toList();
  }

  private Shown shown(RateKind kind, String currency, LocalDate day) {
    return rates
        .find(kind, currency, day)
        .map(
            rate ->
                new Shown(
                    rate.perEuro().toPlainString(), rate.validFrom(), rate.source(), rate.mark()))
        .orElse(null);
  }
}
