package eu.perron.freight;

/**
 * A registered entry summary as it shall be (ICS2 IE3A24).
 *
 * @param mrn of the filing that is amended
 * @param amended under a reference of its own
 */
public record EntrySummaryAmendment(String mrn, EntrySummary amended) {}
