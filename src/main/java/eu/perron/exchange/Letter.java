package eu.perron.exchange;

/**
 * Something a room owes a partner.
 *
 * @param operation the partner's operation, as its connector folder names it ({@code export-list},
 *     {@code declaration})
 * @param key our identity for it, fixed before the first send and unique for partner and operation
 *     (LRN, copNo …)
 * @param about the order or consignment number it concerns
 * @param content the room's own record, kept as JSON; the connector composes the partner's format
 *     from it
 */
public record Letter(Partner partner, String operation, String key, String about, Object content) {}
