package eu.perron.unionexports;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What {@code which-export-declaration.dmn} asks of an order.
 *
 * @param valueEur the goods alone, at customs' rate of the month
 * @param restrictedGoods a licence, a prohibition or an export duty may apply
 */
public record ExportMeasure(
    BigDecimal valueEur,
    BigDecimal grossWeightKg,
    boolean restrictedGoods,
    LocalDate acceptanceDate) {}
