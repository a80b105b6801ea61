package eu.perron.compliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything screening knows on one day. */
record Knowledge(
    LocalDate day,
    List<Rule> rules,
    List<Chapter> chapters,
    List<String> vagueWords,
    List<Prohibition> prohibitions,
    List<String> excise,
    List<Danger> dangers,
    List<Price> prices,
    List<Rate> rates,
    List<Denied> denied) {

  record Rule(
      FindingCode code,
      BigDecimal limit,
      String law,
      String cure,
      LocalDate validFrom,
      String source) {}

  record Chapter(String chapter, int firstHeading, int lastHeading, List<String> without) {
    boolean has(String heading) {
      int number = Integer.parseInt(heading);
      return heading.startsWith(chapter)
          && number >= firstHeading
          && number <= lastHeading
          && !without.contains(heading);
    }
  }

  /**
   * @param value beginning of a commodity code, or plain words of a description
   */
  record Prohibition(boolean byCode, String value, String what) {}

  record Danger(boolean byNumber, String value, boolean anyAircraft, String what) {}

  record Price(String hsCode, String what, BigDecimal euro, BigDecimal doubtBelowPercent) {
    BigDecimal lowest() {
      return euro.multiply(doubtBelowPercent)
          .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
  }

  record Rate(String currency, LocalDate since, BigDecimal perEuro) {}

  /**
   * @param asOf day of the list; null: the list bears no date
   */
  record Denied(String name, List<String> words, String list, LocalDate asOf) {}

  /** Empty while the rule is not, or no longer, in force. */
  Optional<Rule> rule(FindingCode code) {
    return rules.stream().filter(rule -> rule.code() == code).findFirst();
  }

  boolean knowsHeading(String heading) {
    return chapters.stream().anyMatch(chapter -> chapter.has(heading));
  }

  /** The most special row for the goods. */
  Optional<Price> price(String hsCode) {
    return prices.stream()
        .filter(price -> hsCode.startsWith(price.hsCode()))
        .max(Comparator.comparing(price -> price.hsCode().length()));
  }

  Optional<BigDecimal> inEuro(BigDecimal amount, String currency) {
    return currency.equals("EUR")
        ? Optional.of(amount)
        : rates.stream()
            .filter(rate -> rate.currency().equals(currency))
            .max(Comparator.comparing(Rate::since))
            .map(rate -> amount.divide(rate.perEuro(), 2, RoundingMode.HALF_UP));
  }

  /** A list that is empty, or undated in any row, screens nobody. */
  boolean canScreenParties() {
    return !denied.isEmpty()
        && denied.stream().allMatch(row -> row.asOf() != null && !row.words().isEmpty());
  }
}
