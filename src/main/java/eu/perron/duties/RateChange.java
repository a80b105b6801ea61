package eu.perron.duties;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a file would change.
 *
 * @param before what counts on the first day now; null: nothing
 * @param from where that comes from
 */
public record RateChange(
    RateKind kind,
    String currency,
    LocalDate validFrom,
    LocalDate validTo,
    BigDecimal before,
    String from,
    BigDecimal after) {

  /** In per cent of what counts now; null where nothing does. */
  public BigDecimal percent() {
    return before == null
        ? null
        : after
            .subtract(before)
            .movePointRight(2)
            .divide(before, 2, java.math.RoundingMode.HALF_UP);
  }
}
