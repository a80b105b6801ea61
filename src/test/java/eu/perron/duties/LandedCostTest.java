package eu.perron.duties;

import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.duties.LandedCost.Rule;
import eu.perron.house.PerronSettings;
import eu.perron.imports.ExampleOrder;
import eu.perron.orders.Order;
import eu.perron.orders.SaleKind;
import eu.perron.orders.VatScheme;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandedCostTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final PerronSettings SETTINGS =
      new PerronSettings(
          Path.of("var"), Path.of("processes"), Path.of("connectors"), null, null, null);
  private final Duties duties =
      new Duties(
          new Law(SETTINGS, (kind, day) -> Optional.empty()),
          new Rates(SETTINGS, new NothingImported()),
          new TablesInTheFolder());

  private static ExampleOrder shirtsAndWatch() {
    return anOrder()
        .of(2, "men's cotton T-shirt, knitted, black", "610910", "10.00")
        .of(1, "quartz wrist-watch, steel case", "910211", "45.00")
        .carriedFor("6.00");
  }

  @Test
  void shirtsAndAWatchInTheOneStopShopCostWhatTheNotesReckon() {
    LandedCost cost = duties.landedCost(shirtsAndWatch().placed(), TODAY, "H7", "F48");

    assertThat(cost.intrinsicValue()).isEqualTo("65.00");
    assertThat(cost.customsValue()).isEqualTo("71.00");
    assertThat(cost.duty()).isEqualTo("6.00");
    assertThat(cost.vatBase()).isEqualTo("77.00");
    assertThat(cost.vatRate()).isEqualTo("21.00");
    assertThat(cost.vat()).isEqualTo("16.17");
    assertThat(cost.fees()).isEqualTo("0.00");
    assertThat(cost.payableAtImport()).isEqualTo("6.00");
    assertThat(cost.payableAtCheckout()).isEqualTo("16.17");
    assertThat(cost.total()).isEqualTo("93.17");
    assertThat(cost.items()).hasSize(2);
    assertThat(cost.currency()).isEqualTo("EUR");
  }

  @Test
  void theSameParcelUnderOrdinaryVatIsPaidWhollyAtImport() {
    LandedCost cost =
        duties.landedCost(shirtsAndWatch().under(VatScheme.STANDARD).placed(), TODAY, "H7", "F53");

    assertThat(cost.vatBase()).isEqualTo("77.00");
    assertThat(cost.vat()).isEqualTo("16.17");
    assertThat(cost.payableAtImport()).isEqualTo("22.17");
    assertThat(cost.payableAtCheckout()).isEqualTo("0.00");
    assertThat(cost.total()).isEqualTo("93.17");
  }

  @Test
  void aCoatAboveTheLimitBearsOrdinaryDuty() {
    Order coat =
        anOrder()
            .of(1, "women's coat of man-made fibres", "620240", "180.00")
            .carriedFor("12.50")
            .placed();

    LandedCost cost = duties.landedCost(coat, TODAY, "H1", "");

    assertThat(cost.customsValue()).isEqualTo("192.50");
    assertThat(cost.duty()).isEqualTo("23.10");
    assertThat(cost.vatBase()).isEqualTo("215.60");
    assertThat(cost.vat()).isEqualTo("45.28");
    assertThat(cost.payableAtImport()).isEqualTo("68.38");
    assertThat(cost.warnings())
        .anyMatch(warning -> warning.startsWith("TARIFF 6202 is not verified"));
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 150.00, 150.00",
    "EUR, 150.01, 150.01",
    "USD, 162.00, 149.31",
    "USD, 165.00, 152.07",
    "USD, 162.75, 150.00"
  })
  void theIntrinsicValueIsToldToTheCent(String currency, String price, BigDecimal euro) {
    Order tablet =
        anOrder().of(1, "tablet computer, 10 inch", "847130", price).in(currency).placed();

    assertThat(intrinsicValue(tablet, TODAY)).isEqualByComparingTo(euro);
  }

  @ParameterizedTest(name = "{0}: {1} × {2} on {3} {4}: duty {5}")
  @CsvSource({
    "2026-06-30, 5, 9.00, H7, C07, 0.00",
    "2026-07-01, 5, 9.00, H7, F48, 3.00",
    "2026-11-22, 5, 9.00, H7, F48, 3.00",
    "2026-11-22, 1, 150.00, H7, F48, 3.00",
    "2026-11-22, 1, 150.01, H1, '', 18.00",
    "2028-07-01, 1, 100.00, H7, F48, 3.00",
    "2028-07-02, 1, 100.00, H7, F48, 12.00"
  })
  void shirtsBearTheDutyOfTheDay(
      LocalDate day,
      int quantity,
      String price,
      String declaration,
      String procedure,
      BigDecimal duty) {
    Order shirts = anOrder().of(quantity, "men's cotton T-shirt", "610910", price).placed();

    assertThat(duties.landedCost(shirts, day, declaration, procedure).duty()).isEqualTo(duty);
  }

  @Test
  void linesOfTheSameGoodsAreOneItem() {
    Order shirts =
        anOrder()
            .of(2, "men's cotton T-shirt, black", "610910", "10.00")
            .of(1, "Men's cotton  T-shirt; BLACK", "6109100010", "11.00")
            .placed();

    assertThat(duties.landedCost(shirts, TODAY, "H7", "F48").duty()).isEqualTo("3.00");
    assertThat(duties.items(shirts, "H7", TODAY)).hasSize(1);
    assertThat(duties.items(shirts, "H1", TODAY))
        .as("all ten digits tell goods apart on an H1")
        .hasSize(2);
  }

  @Test
  void exciseGoodsOfLowValueBearTheItemDutyOnAStandardDeclarationToo() {
    Order whisky = anOrder().of(1, "whisky, 40 % vol, 0.7 l", "220830", "60.00").placed();

    assertThat(duties.landedCost(whisky, TODAY, "H1", "").duty()).isEqualTo("3.00");
  }

  @Test
  void goodsBetweenBusinessesBearTheOrdinaryTariff() {
    Order shirts =
        anOrder()
            .of(5, "men's cotton T-shirt", "610910", "10.00")
            .soldAs(SaleKind.B2B)
            .under(VatScheme.STANDARD)
            .placed();

    assertThat(duties.landedCost(shirts, TODAY, "H1", "").duty()).isEqualTo("6.00");
  }

  @Test
  void aGiftUpToFortyFiveEuroOwesNothing() {
    ExampleOrder gift = anOrder().soldAs(SaleKind.C2C_GIFT).under(VatScheme.STANDARD);

    LandedCost small =
        duties.landedCost(gift.of(1, "statuette", "830629", "45.00").placed(), TODAY, "H7", "C08");
    assertThat(small.payableAtImport()).isEqualTo("0.00");
    assertThat(small.total()).isEqualTo("45.00");
    LandedCost large =
        duties.landedCost(gift.of(1, "statuette", "830629", "0.01").placed(), TODAY, "H7", "C08");
    assertThat(large.payableAtImport()).isEqualTo("9.45");
  }

  @Test
  void eachItemHasTheVatRateOfItsGoods() {
    Order both =
        anOrder()
            .of(1, "novel, paperback", "490199", "10.00")
            .of(1, "LED desk lamp", "940540", "10.00")
            .under(VatScheme.STANDARD)
            .placed();

    LandedCost cost = duties.landedCost(both, TODAY, "H7", "F53");

    assertThat(cost.items()).extracting(item -> item.vatRate().intValue()).containsExactly(6, 21);
    assertThat(cost.vat()).isEqualTo("3.51");
  }

  @Test
  void theRulesThatWereAppliedAreNamedWithTheirDates() {
    LandedCost cost = duties.landedCost(shirtsAndWatch().placed(), TODAY, "H7", "F48");

    assertThat(cost.rules())
        .extracting(Rule::rule)
        .contains("which-duty: ItemDuty", "ITEM_DUTY", "VAT BE");
    Rule perItem =
        cost.rules().stream().filter(rule -> rule.rule().equals("ITEM_DUTY")).findFirst().get();
    assertThat(perItem.validFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(perItem.source()).contains("2026/382");
  }

  @Test
  void anUnknownDutyIsToldAndNotGuessed() {
    Order burner = anOrder().of(1, "ceramic incense burner", "691390", "200.00").placed();

    assertThat(duties.landedCost(burner, TODAY, "H1", "").warnings())
        .contains(
            "No ordinary duty is known for 691390; it is reckoned as 0. Add its row to"
                + " reference/tariff.csv.");
  }

  @Test
  void theRateOfTheMonthIsTaken() {
    Order yuan = anOrder().of(1, "tablet computer", "847130", "1000.00").in("CNY").placed();

    assertThat(intrinsicValue(yuan, LocalDate.of(2026, 10, 31))).isEqualTo("128.01");
    assertThat(intrinsicValue(yuan, LocalDate.of(2026, 11, 1))).isEqualTo("128.29");
    assertThat(intrinsicValue(yuan, LocalDate.of(2026, 9, 30))).isEqualTo("128.21");
  }

  @Test
  void aCurrencyWithoutARateIsNamed() {
    Order rubles = anOrder().of(1, "tablet computer", "847130", "1000.00").in("RUB").placed();

    assertThatThrownBy(() -> intrinsicValue(rubles, TODAY))
        .isInstanceOf(NoLaw.class)
        .hasMessageContaining("RUB on 2026-11-22");
  }

  @Test
  void theTableOfTheDutyPerItemAndTheTableOfItsAmountNameTheSameDays() {
    Order shirts = anOrder().of(1, "men's cotton T-shirt", "610910", "10.00").placed();
    for (String day : new String[] {"2026-06-30", "2026-07-01", "2028-07-01", "2028-07-02"}) {
      boolean perItem =
          duties.landedCost(shirts, LocalDate.parse(day)).rules().stream()
              .anyMatch(rule -> rule.rule().equals("ITEM_DUTY"));
      assertThat(perItem).as(day).isEqualTo(day.matches("2026-07-01|2028-07-01"));
    }
  }

  @Test
  void aDayBeforeTheTablesIsNotGuessed() {
    Order shirts = anOrder().of(1, "men's cotton T-shirt", "610910", "10.00").placed();

    assertThatThrownBy(() -> duties.landedCost(shirts, LocalDate.of(2021, 6, 30)))
        .isInstanceOf(NoLaw.class)
        .hasMessageContaining("decides nothing on 2021-06-30");
  }

  private BigDecimal intrinsicValue(Order order, LocalDate day) {
    return duties.goods(order, day).intrinsicValue();
  }
}
