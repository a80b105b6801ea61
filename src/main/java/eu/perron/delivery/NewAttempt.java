package eu.perron.delivery;

import java.time.Instant;
import java.util.List;

/** The letter that asks a carrier to try once more. */
public record NewAttempt(
    String key, String orderNumber, Instant askedAt, List<String> barcodes) {}
