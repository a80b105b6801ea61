package eu.perron.freight;

import java.time.Instant;

/**
 * Our answer to a request for information (ICS2 IE3R02) or for screening (IE3R03).
 *
 * @param method how it was screened; null: information was asked for
 */
public record SecurityAnswer(
    String lrn,
    String mrn,
    String house,
    int number,
    String text,
    String method,
    Office declarant,
    Instant answeredAt) {}
