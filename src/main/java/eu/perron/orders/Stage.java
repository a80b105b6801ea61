package eu.perron.orders;

public enum Stage {
  ACCEPTED,
  COMPLIANCE,
  EXPORT_CLEARANCE,
  AIR_FREIGHT,
  IMPORT_CLEARANCE,
  LAST_MILE,
  CLOSED
}
