package eu.perron.archive;

/** What leaves the house as a whole. */
public enum Kind {
  ORDER,
  CONSIGNMENT
}
