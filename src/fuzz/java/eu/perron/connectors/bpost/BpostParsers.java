package eu.perron.connectors.bpost;

import eu.perron.connectors.Doorstep;
import eu.perron.connectors.StatusCodes;
import eu.perron.fuzz.Parser;
import java.nio.file.Path;
import java.util.List;

public final class BpostParsers {
  private BpostParsers() {}

  public static List<Parser> all() {
    String samples = "connectors/bpost/samples/";
    StatusCodes codes = StatusCodes.load(Path.of("connectors/bpost/status-codes.csv"));
    return List.of(
        Doorstep.of("bpost-tracking", new TrackingReader(codes), Wire.class)
            .from(samples + "tracking-*.json"),
        Doorstep.of("bpost-label", new LabelReply(), "7K2QZ4XA0C5M-1", Wire.class)
            .from(samples + "label-*.json"),
        Doorstep.of("bpost-new-attempt", new NewAttemptReply(), "7K2QZ4XA0C5M-1", Wire.class)
            .from(samples + "new-attempt-*.json"),
        Doorstep.of(
                "bpost-recall",
                new BpostConfiguration().bpostRecallReply(),
                "7K2QZ4XA0C5M-1",
                Wire.class)
            .from(samples + "new-attempt-*.json"));
  }
}
