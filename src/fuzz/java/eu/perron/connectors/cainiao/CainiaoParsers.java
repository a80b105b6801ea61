package eu.perron.connectors.cainiao;

import eu.perron.connectors.Doorstep;
import eu.perron.connectors.StatusCodes;
import eu.perron.fuzz.Parser;
import java.nio.file.Path;
import java.util.List;

public final class CainiaoParsers {
  private CainiaoParsers() {}

  public static List<Parser> all() {
    String samples = "connectors/cainiao/samples/";
    StatusCodes codes = StatusCodes.load(Path.of("connectors/cainiao/status-codes.csv"));
    CainiaoReplies replies = new CainiaoReplies();
    return List.of(
        Doorstep.of("cainiao-tracking", new ActionReader(codes, "simulated"), Link.class)
            .from(samples + "tracking.txt"),
        Doorstep.of("cainiao-label", replies.cainiaoLabelReply(), "7K2QZ4XA0C5M-1", Link.class)
            .from(samples + "label-answer.json", samples + "label-refused.json"),
        Doorstep.of(
                "cainiao-new-attempt",
                replies.cainiaoNewAttemptReply(),
                "7K2QZ4XA0C5M-1",
                Link.class)
            .from(samples + "accepted.json"),
        Doorstep.of("cainiao-recall", replies.cainiaoRecallReply(), "7K2QZ4XA0C5M-1", Link.class)
            .from(samples + "accepted.json"));
  }
}
