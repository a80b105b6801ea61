package eu.perron.exchange;

/**
 * One thing a partner told us. A message may carry many (a list receipt has one for each order).
 *
 * @param kind which {@link ArrivalHandler} applies it ({@code export-receipt}, {@code
 *     flight-status})
 * @param key unique for partner and kind: the same thing told twice has the same key and is applied
 *     once
 * @param about what it is about in the partner's words (LRN, AWB, barcode); for people who search
 * @param content a record of the handler's content type, kept as JSON
 */
public record Arrival(String kind, String key, String about, Object content) {}
