package eu.perron.duties;

import static java.math.BigDecimal.ZERO;

import eu.perron.duties.Decisions.Decided;
import eu.perron.duties.LandedCost.Item;
import eu.perron.duties.Law.Charge;
import eu.perron.duties.Law.Habit;
import eu.perron.duties.Law.TariffRate;
import eu.perron.duties.Law.VatRate;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One order, one day, one declaration: the sum is worked out item by item. */
final class Reckoning {
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final Circumstances known;
  private final Law law;
  private final Order order;
  private final LocalDate day;
  private final String destination;
  private final Applied applied;
  private final String declaration;
  private final String procedure;
  private final Rounding atImport;

  /** Where VAT is taken, and what belongs to its base. */
  private final Decided vatPayer;

  private final Decided dutyPayer;
  private final Decided feePayer;
  private final Decided regime;

  Reckoning(Circumstances known, String declaration, String procedure) {
    this.known = known;
    this.law = known.law;
    this.order = known.order;
    this.day = known.day;
    this.applied = known.applied;
    this.declaration = declaration;
    this.procedure = procedure;
    this.destination = order.consignee().country();
    if (!law.isInTheUnion(destination, day)) {
      throw new NoLaw(
          "/consignee/country",
          "no-law",
          "reference/vat-rates.csv has no VAT of %s on %s: goods are reckoned to the member states it lists; add the row if this is one."
              .formatted(destination, day));
    }
    regime = known.duty();
    vatPayer = known.payer("VAT", procedure);
    dutyPayer = known.payer("DUTY", procedure);
    feePayer = known.payer("FEE", procedure);
    atImport = Rounding.valueOf(use("rounding", declaredIn()).value());
  }

  /** By lines, then by the shares of each item in the whole. */
  LandedCost landedCost() {
    Rate customs = rate(known.rates.customs(order.currency(), day), "customs rate");
    boolean paidAtCheckout = vatPayer.get("place").equals("CHECKOUT");
    Rate checkout = known.atCheckout(customs);
    if (paidAtCheckout) {
      rate(checkout, "central bank rate");
    }
    known.compareWithCheckout(declaration, procedure, checkout);

    List<List<Integer>> groups =
        List.copyOf(ItemKey.valueOf(use("itemKey", destination).value()).group(order, declaration));
    List<BigDecimal> prices = groups.stream().map(this::price).toList();
    BigDecimal carriage = order.transportCost().add(order.insuranceCost());
    BigDecimal carriageInEuro = customs.inEuro(carriage);
    List<BigDecimal> values = Shares.of(known.intrinsicValue, prices);
    List<BigDecimal> carriages = Shares.of(carriageInEuro, prices);
    List<BigDecimal> sold =
        paidAtCheckout
            ? Shares.of(checkout.inEuro(order.goodsValue()).add(checkout.inEuro(carriage)), prices)
            : null;
    List<BigDecimal> fees = fees(prices);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      BigDecimal customsValue = values.get(i).add(carriages.get(i));
      items.add(
          item(
              groups.get(i),
              values.get(i),
              customsValue,
              sold == null ? customsValue : sold.get(i),
              fees.get(i)));
    }
    return sum(items, known.intrinsicValue.add(carriageInEuro));
  }

  /** Low-value consignments outside the one-stop shop are declared where transport ends. */
  private String declaredIn() {
    Habit hub = law.practice("declaredIn", "EU", day);
    if (Circumstances.isIoss(procedure)) {
      return hub.value();
    }
    if (!destination.equals(hub.value())) {
      applied.add(hub.rule());
      applied.warn(
          "Without the one-stop shop it is to be declared in %s, not in %s.",
          destination, hub.value());
    }
    return destination;
  }

  private Item item(
      List<Integer> lines,
      BigDecimal value,
      BigDecimal customsValue,
      BigDecimal soldFor,
      BigDecimal fees) {
    OrderLine first = order.lines().get(lines.get(0));
    String code = ItemKey.codeOn(declaration, first.hsCode());
    int pieces = lines.stream().mapToInt(line -> order.lines().get(line).quantity()).sum();
    BigDecimal duty = duty(code, customsValue, pieces);
    // Charges due by reason of importation belong to the base (Dir. 2006/112 Art. 86), at checkout
    // only what the seller takes (Art. 78).
    BigDecimal base =
        soldFor.add(isInBase(dutyPayer) ? duty : ZERO).add(isInBase(feePayer) ? fees : ZERO);
    Optional<VatRate> rate = vatRate(code);
    BigDecimal vat =
        rate.map(known -> vatRounding().of(base.multiply(known.percent()).movePointLeft(2)))
            .orElse(NOTHING);
    return new Item(
        List.copyOf(lines),
        code,
        first.description(),
        pieces,
        value,
        customsValue,
        duty,
        fees,
        base,
        rate.map(VatRate::percent).orElse(NOTHING),
        vat);
  }

  private boolean isInBase(Decided payer) {
    return vatPayer.get("place").equals("IMPORT") || payer.get("rebilled").equals("CHECKOUT");
  }

  private BigDecimal duty(String code, BigDecimal customsValue, int pieces) {
    return switch (regime.get("duty")) {
      case "NONE" -> NOTHING;
      case "PER_ITEM" -> {
        Charge each = law.itemDuty(day);
        applied.add(each.rule());
        yield atImport.of(inEuro(each));
      }
      case "TARIFF" -> atImport.of(tariff(code, customsValue, pieces));
      default ->
          throw new IllegalStateException(
              "which-duty.dmn: duty is NONE, PER_ITEM, TARIFF or HOLD, not " + regime.get("duty"));
    };
  }

  private BigDecimal tariff(String code, BigDecimal customsValue, int pieces) {
    Optional<TariffRate> rate = law.tariff(code, day);
    if (rate.isEmpty()) {
      applied.warn(
          "No ordinary duty is known for %s; it is reckoned as 0. Add its row to"
              + " reference/tariff.csv.",
          code);
    }
    rate.ifPresent(known -> applied.add(known.rule()));
    return rate.map(known -> known.of(customsValue, pieces)).orElse(ZERO);
  }

  private Optional<VatRate> vatRate(String code) {
    if (regime.get("vat").equals("NONE")) {
      return Optional.empty();
    }
    Optional<VatRate> rate = law.vat(destination, code, day);
    rate.ifPresent(known -> applied.add(known.rule()));
    if (law.knowsOnlyTheStandardRateOf(destination, day)) {
      applied.warn(
          "Only the standard rate of %s is known here; reduced rates are not listed in"
              + " reference/vat-rates.csv.",
          destination);
    }
    return rate;
  }

  private Rounding vatRounding() {
    return vatPayer.get("place").equals("IMPORT")
        ? atImport
        : Rounding.valueOf(use("roundingAtCheckout", destination).value());
  }

  /** For each item its own and its share of those of the parcels. */
  private List<BigDecimal> fees(List<BigDecimal> prices) {
    BigDecimal perItem = NOTHING;
    BigDecimal ofParcels = NOTHING;
    int parcels = Math.max(1, order.parcels().size());
    for (Charge fee : law.fees(declaredIn(), destination, day)) {
      if (fee.bears(known.intrinsicValue)) {
        applied.add(fee.rule());
        if (fee.perItem()) {
          perItem = perItem.add(inEuro(fee));
        } else {
          ofParcels = ofParcels.add(inEuro(fee).multiply(BigDecimal.valueOf(parcels)));
        }
      }
    }
    BigDecimal each = perItem;
    return Shares.of(ofParcels, prices).stream().map(each::add).toList();
  }

  private BigDecimal inEuro(Charge charge) {
    return rate(known.rates.customs(charge.currency(), day), "customs rate")
        .inEuro(charge.amount())
        .setScale(2, RoundingMode.HALF_UP);
  }

  private LandedCost sum(List<Item> items, BigDecimal customsValue) {
    BigDecimal duty = total(items, Item::duty);
    BigDecimal fees = total(items, Item::fees);
    BigDecimal vat = total(items, Item::vat);
    BigDecimal atCheckout = vatPayer.get("place").equals("CHECKOUT") ? vat : NOTHING;
    List<LandedCost.Due> dues = new ArrayList<>();
    due(dues, "DUTY", duty, dutyPayer, "duty");
    due(dues, "VAT", vat, vatPayer, "vat");
    due(dues, "FEE", fees, feePayer, "fees");
    return new LandedCost(
        declaration,
        procedure.isEmpty() ? null : procedure,
        known.intrinsicValue,
        customsValue,
        items,
        duty,
        null,
        total(items, Item::vatBase),
        items.stream().max(Comparator.comparing(Item::value)).map(Item::vatRate).orElse(NOTHING),
        vat,
        fees,
        duty.add(fees).add(vat).subtract(atCheckout),
        atCheckout,
        customsValue.add(duty).add(fees).add(vat),
        "EUR",
        day,
        dues,
        applied.rules(),
        applied.warnings());
  }

  private void due(
      List<LandedCost.Due> dues, String charge, BigDecimal amount, Decided payer, String decides) {
    if (amount.signum() == 0) {
      return;
    }
    LandedCost.Rule paying = payer.rule("payer");
    applied.add(paying);
    List<String> rules = new ArrayList<>();
    applied.rules().stream()
        .filter(rule -> rule.decides().equals(decides))
        .forEach(rule -> rules.add(rule.rule()));
    rules.add(paying.rule());
    dues.add(
        new LandedCost.Due(
            charge, amount, payer.get("place"), payer.get("debtor"), payer.get("rebilled"), rules));
  }

  private Habit use(String practice, String country) {
    Habit habit = law.practice(practice, country, day);
    applied.add(habit.rule());
    return habit;
  }

  private Rate rate(Rate rate, String name) {
    if (!rate.isEuro()) {
      applied.add(
          new LandedCost.Rule(
              name + " " + rate.currency() + " " + rate.perEuro().toPlainString(),
              rate.version(),
              rate.validFrom(),
              rate.source(),
              rate.mark(),
              "exchangeRate"));
    }
    return rate;
  }

  private BigDecimal price(List<Integer> lines) {
    return lines.stream()
        .map(line -> order.lines().get(line).price())
        .reduce(ZERO, BigDecimal::add);
  }

  private static BigDecimal total(List<Item> items, Function<Item, BigDecimal> amount) {
    return items.stream().map(amount).reduce(NOTHING, BigDecimal::add);
  }
}
