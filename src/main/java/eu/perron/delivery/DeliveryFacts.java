package eu.perron.delivery;

import eu.perron.orders.DeliveryService;

/**
 * What the choice of a carrier depends on.
 *
 * @param country of the consignee, ISO 3166 alpha-2
 * @param wishedCarrier what the seller asked for; empty if the choice is ours
 */
public record DeliveryFacts(
    DeliveryService service,
    String country,
    String postcode,
    double weightKg,
    String wishedCarrier) {}
