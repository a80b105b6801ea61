package eu.perron.freight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the Union's customs must know of one house before it is loaded (ICS2, minimum data set with
 * the master's reference).
 */
public record EntrySummary(
    String lrn,
    String house,
    String awb,
    String origin,
    String destination,
    int pieces,
    BigDecimal grossWeightKg,
    String goods,
    List<String> hsCodes,
    Trader consignor,
    Trader consignee,
    Office declarant,
    Instant filedAt) {}
