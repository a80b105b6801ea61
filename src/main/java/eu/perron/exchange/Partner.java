package eu.perron.exchange;

import java.util.Arrays;
import java.util.Optional;

/** Those we exchange messages with; {@link #id()} is the name in paths, folders and settings. */
public enum Partner {
  CHINA_CUSTOMS,
  BELGIAN_CUSTOMS,
  ICS2,
  AIRLINE,
  HUB_SORTER,
  BPOST,
  POSTNL,
  DHL,
  DPD,
  GLS,
  CAINIAO;

  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public static Optional<Partner> named(String id) {
    return Arrays.stream(values()).filter(partner -> partner.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
