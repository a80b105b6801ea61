package eu.perron.imports;

import eu.perron.orders.SaleKind;
import eu.perron.orders.VatScheme;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What decides which declaration an order needs.
 *
 * @param intrinsicValue in euro at the customs rate of the day
 * @param acceptanceDate the day we expect customs to accept it: today at Liège
 */
public record Valuation(
    BigDecimal intrinsicValue,
    VatScheme vatScheme,
    SaleKind saleKind,
    boolean exciseGoods,
    boolean restrictedGoods,
    LocalDate acceptanceDate) {}
