package eu.perron.connectors.airline;

import eu.perron.connectors.Doorstep;
import eu.perron.connectors.Unreadable;
import eu.perron.fuzz.Parser;
import java.util.List;

public final class AirlineParsers {
  private AirlineParsers() {}

  public static List<Parser> all() {
    String samples = "connectors/airline/samples/";
    return List.of(
        Doorstep.of("fsu", new FsuReader(), StatusReader.class).from(samples + "fsu-*.txt"),
        Doorstep.of("fna", new AcknowledgementReader()).from(samples + "fna*.txt"),
        Parser.named("fwb", AirlineParsers::waybill, WaybillReader.class)
            .from(samples + "fwb*.txt")
            .refusingBy(Unreadable.class),
        Parser.named("fhl", HouseManifestReader::read, HouseManifestReader.class)
            .from(samples + "fhl*.txt")
            .refusingBy(Unreadable.class));
  }

  private static void waybill(byte[] body) throws Unreadable {
    WaybillReader.Waybill waybill = WaybillReader.read(body);
    waybill.lots();
    waybill.attempt();
  }
}
