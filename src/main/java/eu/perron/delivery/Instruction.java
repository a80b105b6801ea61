package eu.perron.delivery;

import java.time.Instant;
import java.util.List;

/**
 * The letter that tells a carrier what to do with an order's parcels: try once more, or bring them
 * back.
 */
public record Instruction(String key, String orderNumber, Instant askedAt, List<String> barcodes) {}
