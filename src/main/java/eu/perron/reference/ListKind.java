package eu.perron.reference;

/** The lists we take, each in the format of its publisher. */
public enum ListKind {
  /**
   * Subheadings of the Harmonized System, six digits: CSV {@code
   * section,hscode,description,parent,level} of the open data set "harmonized-system" (ODC-PDDL).
   */
  COMMODITY_CODES,
  /**
   * Standard rates of the member states: CSV {@code
   * start_date,stop_date,territory_codes,currency_code,rate,rate_type,description} of "vat-rates"
   * (BSD). No open file has the reduced rates.
   */
  VAT_RATES,
  /**
   * Customs offices by their eight signs: XML {@code RDEntityList} of the Commission's reference
   * data (CS/RD2), entity {@code CustomsOffices}; packed as it is published, or not.
   */
  CUSTOMS_OFFICES,
  /**
   * Which airline's air waybills begin with three digits: CSV {@code prefix,airline}. No open file
   * of the association's list is known: the columns are ours.
   */
  AIRLINE_PREFIXES
}
