package eu.perron.retailimports;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What {@code which-retail-import.dmn} asks of an order.
 *
 * @param listed all goods are on the list of retail import
 * @param buyerKnown identity number and telephone are there, and the number's check character fits
 * @param valueYuan goods, transport and insurance
 * @param yearYuan the same of all that this buyer was admitted this year, with this order
 * @param singleItem one piece that cannot be divided
 */
public record RetailMeasure(
    boolean listed,
    boolean buyerKnown,
    BigDecimal valueYuan,
    BigDecimal yearYuan,
    boolean singleItem,
    LocalDate acceptanceDate) {}
