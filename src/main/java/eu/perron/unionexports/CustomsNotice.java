package eu.perron.unionexports;

import java.time.Instant;

/**
 * One thing Belgian customs said about an export declaration.
 *
 * @param lrn ours; null if only the MRN is named
 * @param mrn theirs; null before acceptance
 * @param reason in their words, or null
 * @param item the goods item it is about, from 1; null: none
 */
public record CustomsNotice(
    UnionExportState state, String lrn, String mrn, Instant at, String reason, Integer item) {
  public static final String ARRIVAL = "export-notice";

  CustomsNotice of(String otherLrn) {
    return new CustomsNotice(state, otherLrn, mrn, at, reason, item);
  }
}
