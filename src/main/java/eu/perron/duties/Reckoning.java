package eu.perron.duties;

import static java.math.BigDecimal.ZERO;

import eu.perron.duties.LandedCost.Item;
import eu.perron.duties.Law.Rule;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.SaleKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One order, one day, one declaration: the sum is worked out item by item, each tax half up to the
 * cent.
 */
final class Reckoning {
  private static final String ONE_STOP_SHOP = "F48";
  private static final String GIFT = "C08";

  private final Law law;
  private final Order order;
  private final LocalDate day;
  private final String declaration;
  private final String additionalProcedure;
  private final BigDecimal intrinsicValue;
  private final Set<LandedCost.Rule> rules = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  Reckoning(Law law, Order order, LocalDate day, String declaration, String additionalProcedure) {
    this.law = law;
    this.order = order;
    this.day = day;
    this.declaration = declaration;
    this.additionalProcedure = additionalProcedure;
    this.intrinsicValue = law.inEuro(order.goodsValue(), order.currency(), day);
  }

  LandedCost of(Collection<List<Integer>> groups) {
    List<List<Integer>> itemLines = List.copyOf(groups);
    List<BigDecimal> prices = itemLines.stream().map(this::price).toList();
    BigDecimal carriage =
        law.inEuro(order.transportCost().add(order.insuranceCost()), order.currency(), day);
    List<BigDecimal> values = Shares.of(intrinsicValue, prices);
    List<BigDecimal> carriages = Shares.of(carriage, prices);
    DutyOn duty = dutyRule();
    Optional<Rule> fee = law.rule(Law.HANDLING_FEE, day).filter(rule -> rule.amount().signum() > 0);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < itemLines.size(); i++) {
      BigDecimal customsValue = values.get(i).add(carriages.get(i));
      items.add(item(itemLines.get(i), values.get(i), customsValue, duty, fee));
    }
    BigDecimal fees =
        fee.map(rule -> cents(apply(rule).amount()))
            .orElse(cents(ZERO))
            .multiply(BigDecimal.valueOf(items.size()));
    return sum(items, carriage, fees);
  }

  private Item item(
      List<Integer> lines,
      BigDecimal value,
      BigDecimal customsValue,
      DutyOn dutyOn,
      Optional<Rule> fee) {
    OrderLine first = order.lines().get(lines.get(0));
    String code = ItemKey.codeOn(declaration, first.hsCode());
    BigDecimal duty = cents(dutyOn.of(code, customsValue));
    // Charges due by reason of importation belong to the base (Dir. 2006/112 Art. 86).
    BigDecimal base =
        customsValue.add(duty).add(fee.map(rule -> cents(rule.amount())).orElse(ZERO));
    Optional<Rule> vatRule = isReliefForGifts() ? Optional.empty() : vatRule(code);
    BigDecimal rate = vatRule.map(Rule::amount).orElse(ZERO).setScale(2, RoundingMode.HALF_UP);
    BigDecimal vat = cents(vatRule.map(rule -> rule.percentOf(base)).orElse(ZERO));
    int quantity = lines.stream().mapToInt(line -> order.lines().get(line).quantity()).sum();
    return new Item(
        List.copyOf(lines), code, first.description(), quantity, value, duty, base, rate, vat);
  }

  private LandedCost sum(List<Item> items, BigDecimal carriage, BigDecimal fees) {
    BigDecimal duty = total(items, Item::duty);
    BigDecimal vat = total(items, Item::vat);
    BigDecimal atCheckout = ONE_STOP_SHOP.equals(additionalProcedure) ? vat : cents(ZERO);
    BigDecimal atImport = duty.add(fees).add(vat).subtract(atCheckout);
    BigDecimal customsValue = intrinsicValue.add(carriage);
    BigDecimal rate =
        items.stream()
            .max(Comparator.comparing(Item::value))
            .map(Item::vatRate)
            .orElse(cents(ZERO));
    return new LandedCost(
        declaration,
        additionalProcedure,
        intrinsicValue,
        customsValue,
        items,
        duty,
        total(items, Item::vatBase),
        rate,
        vat,
        fees,
        atImport,
        atCheckout,
        customsValue.add(duty).add(fees).add(vat),
        "EUR",
        List.copyOf(rules),
        List.copyOf(warnings));
  }

  private interface DutyOn {
    BigDecimal of(String code, BigDecimal customsValue);
  }

  private DutyOn dutyRule() {
    if (isReliefForGifts()) {
      law.rule(Law.GIFT_RELIEF, day).ifPresent(this::apply);
      return (code, value) -> ZERO;
    }
    Optional<Rule> relief =
        law.rule(Law.LOW_VALUE_RELIEF, day)
            .filter(rule -> declaration.equals("H7") && isAtMost(rule.amount()));
    if (relief.isPresent()) {
      apply(relief.get());
      return (code, value) -> ZERO;
    }
    // Every distance sale to a consumer within the limit, whatever its VAT scheme and declaration
    // (DR (EU) 2026/1022).
    Optional<Rule> perItem =
        law.rule(Law.ITEM_DUTY, day)
            .filter(rule -> order.saleKind() == SaleKind.B2C && isOfLowValue());
    return perItem
        .<DutyOn>map(rule -> (code, value) -> apply(rule).amount())
        .orElse(this::ordinaryDuty);
  }

  private BigDecimal ordinaryDuty(String code, BigDecimal customsValue) {
    Optional<Rule> rule = law.rule(Law.ORDINARY_DUTY, "EU", code, day);
    if (rule.isEmpty()) {
      warnings.add("No ordinary duty is known for " + code + "; it is reckoned as 0.");
    }
    return rule.map(known -> apply(known).percentOf(customsValue)).orElse(ZERO);
  }

  private Optional<Rule> vatRule(String code) {
    Optional<Rule> rule = law.rule(Law.VAT, order.consignee().country(), code, day);
    if (rule.isEmpty()) {
      warnings.add(
          "No VAT rate is known for " + order.consignee().country() + "; it is reckoned as 0.");
    }
    rule.ifPresent(this::apply);
    return rule;
  }

  private Rule apply(Rule rule) {
    String name = rule.subject().isEmpty() ? rule.name() : rule.name() + " " + rule.subject();
    rules.add(new LandedCost.Rule(name, rule.version(), rule.validFrom(), rule.source()));
    if (rule.unverified()) {
      warnings.add(name + " is unverified: " + rule.source());
    }
    return rule;
  }

  private boolean isReliefForGifts() {
    return GIFT.equals(additionalProcedure)
        && order.saleKind() == SaleKind.C2C_GIFT
        && law.rule(Law.GIFT_RELIEF, day).filter(rule -> isAtMost(rule.amount())).isPresent();
  }

  private boolean isOfLowValue() {
    return law.rule(Law.LOW_VALUE_LIMIT, day).filter(rule -> isAtMost(rule.amount())).isPresent();
  }

  private boolean isAtMost(BigDecimal limit) {
    return intrinsicValue.compareTo(limit) <= 0;
  }

  private BigDecimal price(List<Integer> lines) {
    return lines.stream()
        .map(line -> order.lines().get(line).price())
        .reduce(ZERO, BigDecimal::add);
  }

  private static BigDecimal total(List<Item> items, Function<Item, BigDecimal> amount) {
    return items.stream().map(amount).reduce(cents(ZERO), BigDecimal::add);
  }

  /** Belgium: each tax of each item half up to the cent (unverified; France rounds to the euro). */
  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
