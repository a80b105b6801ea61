package eu.perron.orders;

public enum VatScheme {
  IOSS,
  SPECIAL_ARRANGEMENT,
  STANDARD
}
