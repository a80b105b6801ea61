package eu.perron.compliance;

import eu.perron.reference.PublishedList;
import eu.perron.trade.HsCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything screening knows on one day.
 *
 * @param commodityCodes null: no list of them counts, headings alone are known
 */
record Knowledge(
    LocalDate day,
    List<Rule> rules,
    List<Chapter> chapters,
    PublishedList commodityCodes,
    List<String> vagueWords,
    List<Prohibition> prohibitions,
    List<String> excise,
    List<String> restricted,
    List<Danger> dangers,
    List<Packing> packings,
    List<Price> prices,
    List<Rate> rates) {

  /**
   * @param into countries whose law it is, as the law of goods that come in; empty: every country's
   */
  record Rule(
      FindingCode code,
      BigDecimal limit,
      Set<String> into,
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

  /**
   * @param value UN number, beginning of a commodity code, or plain words of a description
   */
  record Danger(By by, String value, boolean anyAircraft, String what) {
    enum By {
      UN,
      HS,
      WORDS
    }
  }

  /**
   * @param netKg what the batteries of one package may weigh; null: more than they are in it
   */
  record Packing(
      String number, String instruction, String section, BigDecimal netKg, String what) {}

  record Price(String hsCode, String what, BigDecimal euro, BigDecimal doubtBelowPercent) {
    BigDecimal lowest() {
      return euro.multiply(doubtBelowPercent)
          .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
  }

  record Rate(String currency, LocalDate since, BigDecimal perEuro) {}

  /** What of it is law for goods that go there. */
  Knowledge into(String country) {
    List<Rule> there =
        rules.stream()
            .filter(rule -> rule.into().isEmpty() || rule.into().contains(country))
            .toList();
    return there.size() == rules.size()
        ? this
        : new Knowledge(
            day,
            there,
            chapters,
            commodityCodes,
            vagueWords,
            prohibitions,
            excise,
            restricted,
            dangers,
            packings,
            prices,
            rates);
  }

  /** Empty while the rule is not, or no longer, in force. */
  Optional<Rule> rule(FindingCode code) {
    return rules.stream().filter(rule -> rule.code() == code).findFirst();
  }

  boolean knows(HsCode code) {
    return commodityCodes == null
        ? chapters.stream().anyMatch(chapter -> chapter.has(code.heading()))
        : commodityCodes.has(code.hs6().value());
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
}
