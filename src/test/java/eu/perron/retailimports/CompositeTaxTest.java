package eu.perron.retailimports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.retailimports.CompositeTax.Rates;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * To the fen. The worked examples are those of the domain notes; the boundaries were reckoned by
 * hand.
 */
class CompositeTaxTest {
  private static final BigDecimal SEVENTY = BigDecimal.valueOf(70);

  @ParameterizedTest(name = "{0} yuan at {1} % and {2} % bear {3} + {4}")
  @CsvSource({
    // value, consumption tax %, VAT %, consumption tax, VAT
    "400.00, 0, 13, 0.00, 36.40",
    "425.00, 15, 13, 52.50, 45.50",
    "1.00, 0, 13, 0.00, 0.09",
    "0.05, 0, 13, 0.00, 0.00",
    "0.06, 0, 13, 0.00, 0.01",
    "429.00, 0, 13, 0.00, 39.04",
    "5000.00, 0, 13, 0.00, 455.00",
    "5000.00, 15, 13, 617.65, 535.29",
    "100.00, 10, 13, 7.78, 10.11",
    "100.00, 0, 9, 0.00, 6.30"
  })
  void withinTheLimitsSeventyPerCentAreDue(
      BigDecimal value, BigDecimal consumption, BigDecimal vat, BigDecimal tax, BigDecimal due) {
    CompositeTax reckoned =
        CompositeTax.reduced(value, new Rates(BigDecimal.TEN, consumption, vat), SEVENTY);

    assertThat(reckoned.duty()).isEqualByComparingTo("0.00");
    assertThat(reckoned.consumptionTax()).isEqualTo(tax);
    assertThat(reckoned.vat()).isEqualTo(due);
  }

  @ParameterizedTest(name = "{0} yuan at {1} %, {2} % and {3} % bear {4} + {5} + {6}")
  @CsvSource({
    "6000.00, 6, 0, 13, 360.00, 0.00, 826.80",
    "6000.00, 1, 15, 13, 60.00, 1069.41, 926.82",
    "5000.01, 8, 0, 13, 400.00, 0.00, 702.00"
  })
  void aboveTheSingleLimitAllIsDueInFull(
      BigDecimal value,
      BigDecimal dutyRate,
      BigDecimal consumptionRate,
      BigDecimal vatRate,
      BigDecimal duty,
      BigDecimal consumption,
      BigDecimal vat) {
    CompositeTax reckoned =
        CompositeTax.inFull(value, new Rates(dutyRate, consumptionRate, vatRate));

    assertThat(reckoned).isEqualTo(new CompositeTax(duty, consumption, vat));
  }

  @Test
  void theTotalOfTheExampleIsTheTotalOfTheSource() {
    assertThat(
            CompositeTax.reduced(
                    new BigDecimal("425.00"),
                    new Rates(BigDecimal.ONE, BigDecimal.valueOf(15), BigDecimal.valueOf(13)),
                    SEVENTY)
                .total())
        .isEqualTo(new BigDecimal("98.00"));
    assertThat(
            CompositeTax.inFull(
                    new BigDecimal("6000.00"),
                    new Rates(BigDecimal.valueOf(6), BigDecimal.ZERO, BigDecimal.valueOf(13)))
                .total())
        .isEqualTo(new BigDecimal("1186.80"));
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, true",
    "110105194912310021, false",
    "11010519491231002x, false",
    "1101051949123100, false",
    "'', false"
  })
  void aBuyerIsKnownByANumberWhoseCheckCharacterFits(String number, boolean known) {
    assertThat(new Buyer(number, "+8613800000000").isIdentified()).isEqualTo(known);
    assertThat(new Buyer(number, " ").isIdentified()).isFalse();
  }
}
