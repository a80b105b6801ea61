package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "12.5, EUR, 12.50 EUR",
    "12.50000, EUR, 12.50 EUR",
    "0.0125, EUR, 0.0125 EUR",
    "0E-10, EUR, 0.00 EUR",
    "1E3, CNY, 1000.00 CNY",
    "500, JPY, 500 JPY",
    "-3, EUR, -3.00 EUR"
  })
  void itIsPrintedWithItsCurrencysDecimals(String amount, String currency, String printed) {
    assertThat(Money.of(amount, currency)).hasToString(printed);
  }

  @Test
  void theSameAmountIsTheSameMoney() {
    assertThat(Money.eur("3")).isEqualTo(Money.eur("3.000")).isEqualTo(Money.eur(3));
  }

  /** The worked example of ordinary VAT at import: 65.00 of goods, 6.00 transport, 6.00 duty. */
  @Test
  void valueAddedTaxOnTheWorkedExample() {
    Money base = Money.eur("65.00").plus(Money.eur("6.00")).plus(Money.eur(3).times(2));
    assertThat(base.times(new BigDecimal("0.21"))).isEqualTo(Money.eur("16.17"));
  }

  @ParameterizedTest
  @CsvSource({"215.60, 0.21, 45.28", "0.05, 0.5, 0.03", "0.05, -0.5, -0.03", "0.04, 0.1, 0.00"})
  void aProductIsRoundedHalfUpToTheCent(String amount, BigDecimal factor, String product) {
    assertThat(Money.eur(amount).times(factor)).isEqualTo(Money.eur(product));
  }

  @Test
  void aPriceOfPartsOfACentCountsInFull() {
    assertThat(Money.eur("0.0125").times(1000)).isEqualTo(Money.eur("12.50"));
    assertThat(Money.eur("0.0125").rounded()).isEqualTo(Money.eur("0.01"));
  }

  @Test
  void currenciesDoNotMix() {
    Money euro = Money.eur(1);
    Money yuan = Money.of("1", "CNY");
    assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(yuan));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(yuan));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(yuan));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+1000000000", "1E-1000000000", "1234567890123456", "0.0000000000001"})
  void anAmountNobodyMeansIsRefused(String amount) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.eur(amount));
  }

  @Test
  void goldByTheOunceIsNoMoneyHere() {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "XAU"));
  }

  @Test
  void signAndNothingAreTold() {
    assertThat(Money.zero(Currency.getInstance("EUR")).isZero()).isTrue();
    assertThat(Money.eur("-0.01").isNegative()).isTrue();
    assertThat(Money.eur("0.01").isNegative()).isFalse();
  }

  @Property
  void whatIsAddedCanBeTakenAwayAndOrderFollows(@ForAll int cents, @ForAll int others) {
    Money one = Money.eur(BigDecimal.valueOf(cents, 2));
    Money other = Money.eur(BigDecimal.valueOf(others, 2));
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(one.compareTo(other)).isEqualTo(Integer.compare(cents, others));
  }
}
