package eu.perron.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * @param code subheading, country, office or prefix
 * @param percent of a rate; null in all other lists
 * @param validFrom as the publisher says; null: it does not say, so as long as the list counts
 * @param validTo the last day; null: open
 */
public record ListEntry(
    String code, String name, BigDecimal percent, LocalDate validFrom, LocalDate validTo) {
  private static final int LONGEST_NAME = 300;

  public ListEntry {
    name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  boolean holdsOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /** What a person compares: the rate where there is one, the name otherwise. */
  public String content() {
    return percent == null ? name : percent.stripTrailingZeros().toPlainString() + " %";
  }
}
