package eu.perron.connectors.belgium;

import eu.perron.connectors.Doorstep;
import eu.perron.fuzz.Parser;
import java.util.List;

public final class BelgianCustomsParsers {
  private BelgianCustomsParsers() {}

  public static List<Parser> all() {
    String samples = "connectors/belgian-customs/samples/";
    return List.of(
        Doorstep.of("idms-notification", new IdmsNotificationReader(), Idms.class)
            .from(samples + "*.xml"),
        Doorstep.of("wco-notification", new WcoNotificationReader(), Idms.class)
            .from(samples + "wco-*.xml"),
        Doorstep.of("aes-notification", new AesNotificationReader(), Aes.class, Idms.class)
            .from(samples + "IE5*.xml"),
        Doorstep.of("idms-receipt", new IdmsReceiptReader(), "26PN7K2QZ4XA0C", Idms.class)
            .from(samples + "IE9*.xml", samples + "IE4*.xml"),
        Doorstep.of(
                "idms-confirmation",
                new IdmsConfirmations().documentsConfirmation(),
                "26PN7K2QZ4XA0C",
                Idms.class)
            .from(samples + "IE9*.xml"));
  }
}
