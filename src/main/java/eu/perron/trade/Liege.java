package eu.perron.trade;

import java.time.ZoneId;

/** Where the hub is: its day is the day of the law, and that of its clerks. */
public final class Liege {
  public static final ZoneId TIME = ZoneId.of("Europe/Brussels");

  private Liege() {}
}
