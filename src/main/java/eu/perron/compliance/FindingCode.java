package eu.perron.compliance;

/** What screening may find; the reasons of {@code may-it-travel.dmn} are these names. */
public enum FindingCode {
  PROHIBITED,
  SANCTIONED_PARTY,
  /** The list of denied parties could not be used, so nobody knows. */
  SANCTIONS_NOT_SCREENED,
  CARGO_AIRCRAFT_ONLY,
  EXCISE,
  HS_UNKNOWN,
  VAGUE_DESCRIPTION,
  UNDERVALUED,
  IOSS_INVALID,
  RESPONSIBLE_PERSON_MISSING,
  IDENTIFIERS_MISSING
}
