package eu.perron.connectors.belgium;

import eu.perron.connectors.Doorstep;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.fuzz.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public final class BelgianCustomsParsers {
  private static final String SAMPLES = "connectors/belgian-customs/samples/";

  private BelgianCustomsParsers() {}

  public static List<Parser> all() {
    return List.of(
        Doorstep.of("idms-notification", new IdmsNotificationReader(), Idms.class)
            .from(SAMPLES + "*.xml"),
        Doorstep.of("wco-notification", new WcoNotificationReader(), Idms.class)
            .from(SAMPLES + "wco-*.xml"),
        Doorstep.of("declaration-copy", new DeclarationCopyReader(), Idms.class)
            .from(SAMPLES + "CC015C.xml", SAMPLES + "wco-declaration-*.xml"),
        Doorstep.of("aes-notification", new AesNotificationReader(), Aes.class, Idms.class)
            .from(SAMPLES + "IE5*.xml"),
        Doorstep.of("idms-receipt", new IdmsReceiptReader(), sent("IE001.xml"), Idms.class)
            .from(SAMPLES + "IE9*.xml", SAMPLES + "IE4*.xml"),
        Doorstep.of(
                "idms-receipts", new IdmsReceiptReader(), sent("DeclarationBatch.xml"), Idms.class)
            .from(SAMPLES + "ReceiptBatch.xml"),
        Doorstep.of(
                "idms-presentation-receipts",
                new IdmsPresentationReceiptReader(),
                sent("IE432.xml"),
                Idms.class)
            .from(SAMPLES + "ReceiptBatch.xml"),
        Doorstep.of(
                "idms-storage-receipt",
                new IdmsStorageReceiptReader(),
                sent("TemporaryStorage.xml"),
                Idms.class)
            .from(SAMPLES + "IE906.xml", SAMPLES + "IE426.xml"),
        Doorstep.of(
                "idms-confirmation",
                new IdmsConfirmations().documentsConfirmation(),
                sent("IE414.xml"),
                Idms.class)
            .from(SAMPLES + "IE9*.xml"));
  }

  private static OutgoingMessage sent(String sample) {
    try {
      return new OutgoingMessage(
          Partner.BELGIAN_CUSTOMS,
          "declaration",
          "PR26112200A1H701",
          Idms.CONTENT_TYPE,
          Files.readAllBytes(Path.of(SAMPLES, sample)));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
