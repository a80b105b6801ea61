package eu.perron.imports;

import eu.perron.house.PerronSettings;
import eu.perron.orders.Order;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A declaration as the imports room hands it in, drafted from an order. */
public final class ExampleDeclaration {
  public static final Instant DECLARED_AT = Instant.parse("2026-11-22T10:00:00Z");
  static final PerronSettings SETTINGS =
      new PerronSettings(
          Path.of("var"), Path.of("processes"), Path.of("connectors"), null, null, null);

  private ExampleDeclaration() {}

  public static DeclarationLetter letter(Order order, String kind, String additionalProcedure) {
    return letter(order, kind, additionalProcedure, DECLARED_AT);
  }

  public static DeclarationLetter inAdvance(Order order, String kind, String additionalProcedure) {
    return letter(order, kind, additionalProcedure, null);
  }

  private static DeclarationLetter letter(
      Order order, String kind, String additionalProcedure, Instant presentedAt) {
    ImportDeclaration declaration =
        ImportDeclaration.of(
            order.number(), 1, kind, additionalProcedure, DECLARED_AT, presentedAt);
    return new Drafting(
            new Practice(SETTINGS),
            new EachLineAnItem(),
            new ImportSettings("BE0123456749", "BE0123456749", 3))
        .letter(declaration, order, LocalDate.of(2026, 11, 22));
  }

  /** In euro, without duty: enough for what is declared. */
  static final class EachLineAnItem implements Tariff {
    @Override
    public Valuation value(Order order, LocalDate on) {
      return new Valuation(
          order.goodsValue(), order.vatScheme(), order.saleKind(), false, false, on);
    }

    @Override
    public Optional<String> declaration(Order order, LocalDate on) {
      return Optional.of("H7");
    }

    @Override
    public Collection<List<Integer>> items(Order order, String declaration, LocalDate on) {
      return IntStream.range(0, order.lines().size()).mapToObj(List::of).toList();
    }

    @Override
    public Debt owe(Accepted accepted) {
      BigDecimal duty =
          new BigDecimal("3.00").multiply(BigDecimal.valueOf(accepted.order().lines().size()));
      return new Debt(duty, BigDecimal.ZERO.setScale(2), duty);
    }

    @Override
    public void undo(String lrn) {
      // Nothing was entered.
    }
  }
}
