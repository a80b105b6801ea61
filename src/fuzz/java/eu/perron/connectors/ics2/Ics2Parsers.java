package eu.perron.connectors.ics2;

import eu.perron.connectors.Doorstep;
import eu.perron.fuzz.Parser;
import java.util.List;

public final class Ics2Parsers {
  private Ics2Parsers() {}

  public static List<Parser> all() {
    return List.of(
        Doorstep.of("ics2-notification", new NotificationReader(), Ics2Xml.class)
            .from("connectors/ics2/samples/*.xml"));
  }
}
