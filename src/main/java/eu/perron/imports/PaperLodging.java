package eu.perron.imports;

import java.time.Instant;

/**
 * What the office did with a declaration on paper, as a clerk puts it on record.
 *
 * @param lodgedAt as stamped; its day chooses the law
 * @param number that the office gave it: an MRN, or the number of its stamp
 * @param decision RELEASED, SELECTED, NOT_RELEASED, REFUSED or GIVE_UP
 */
record PaperLodging(
    String office, Instant lodgedAt, String number, String decision, String note, String clerk) {}
