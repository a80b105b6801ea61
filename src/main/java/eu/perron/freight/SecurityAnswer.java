package eu.perron.freight;

import java.time.Instant;

/** Our answer to a request for information (ICS2 IE3R02). */
public record SecurityAnswer(
    String lrn,
    String mrn,
    String house,
    int number,
    String text,
    Office declarant,
    Instant answeredAt) {}
