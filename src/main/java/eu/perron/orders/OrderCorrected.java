package eu.perron.orders;

import java.util.Map;

/**
 * The seller mended an order that was held.
 *
 * @param before what was, by the contract's names ({@code lines/1/hsCode})
 */
public record OrderCorrected(
    String orderNumber, String sellerId, Map<String, String> before, Map<String, String> after) {}
