package eu.perron.freight;

import java.time.Instant;
import java.time.LocalDate;

/** A master has landed in the Union (ICS2 IE3N06). */
public record ArrivalNotice(
    String lrn,
    String awb,
    String flight,
    LocalDate flightDate,
    String airport,
    Instant arrivedAt,
    Office declarant,
    Instant filedAt) {}
