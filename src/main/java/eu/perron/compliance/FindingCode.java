package eu.perron.compliance;

/** What screening may find; the reasons of {@code may-it-travel.dmn} are these names. */
public enum FindingCode {
  PROHIBITED(false),
  SANCTIONED_PARTY(false),
  /** There is no list to screen by, so nobody knows. */
  SANCTIONS_NOT_SCREENED(false),
  CARGO_AIRCRAFT_ONLY(true),
  /** UN number, packing instruction and section do not fit each other. */
  BATTERIES_UNCLEAR(true),
  EXCISE(false),
  RESTRICTED(false),
  HS_UNKNOWN(true),
  VAGUE_DESCRIPTION(true),
  UNDERVALUED(true),
  SPLITTING(false),
  IOSS_INVALID(true),
  RESPONSIBLE_PERSON_MISSING(true),
  IDENTIFIERS_MISSING(true);

  private final boolean curedBySeller;

  FindingCode(boolean curedBySeller) {
    this.curedBySeller = curedBySeller;
  }

  /** Whether other words or numbers in the order cure it. */
  public boolean isCuredBySeller() {
    return curedBySeller;
  }

  /** What concerns persons on a list is not told to whoever may be one of them. */
  boolean isConfidential() {
    return this == SANCTIONED_PARTY || this == SANCTIONS_NOT_SCREENED;
  }
}
