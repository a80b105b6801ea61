package eu.perron.connectors.china;

import eu.perron.connectors.Doorstep;
import eu.perron.connectors.Unreadable;
import eu.perron.fuzz.InAFile;
import eu.perron.fuzz.Parser;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.w3c.dom.Element;

public final class ChinaCustomsParsers {
  private static final String SAMPLES = "connectors/china-customs/samples/";

  private ChinaCustomsParsers() {}

  public static List<Parser> all() {
    return List.of(
        Doorstep.of("ceb-export-receipt", new ExportReceiptReader(), CebXml.class)
            .from(SAMPLES + "CEB604.xml"),
        Doorstep.of("ceb-waybill-receipt", new WaybillReceiptReader(), CebXml.class)
            .from(SAMPLES + "CEB608.xml"),
        Doorstep.of(
                "ceb-import-order-receipt",
                new ImportReceiptReaders().importOrderReceiptReader(),
                CebImport.class,
                CebXml.class)
            .from(SAMPLES + "CEB312.xml"),
        Doorstep.of(
                "ceb-import-payment-receipt",
                new ImportReceiptReaders().importPaymentReceiptReader(),
                CebImport.class,
                CebXml.class)
            .from(SAMPLES + "CEB412.xml"),
        Doorstep.of(
                "ceb-import-waybill-receipt",
                new ImportReceiptReaders().importWaybillReceiptReader(),
                CebImport.class,
                CebXml.class)
            .from(SAMPLES + "CEB512.xml"),
        Doorstep.of(
                "ceb-import-list-receipt",
                new ImportReceiptReaders().importListReceiptReader(),
                CebImport.class,
                CebXml.class)
            .from(SAMPLES + "CEB622.xml"),
        Doorstep.of("ceb-document-receipt", new DocumentReceiptReader(), CebXml.class)
            .from(SAMPLES + "CEB304.xml", SAMPLES + "CEB404.xml", SAMPLES + "CEB506.xml"),
        Doorstep.of("ceb-departure-receipt", new DepartureReceiptReader(), CebXml.class)
            .from(SAMPLES + "CEB510.xml"),
        Doorstep.of("ceb-summary-receipt", new SummaryReceiptReader(), CebXml.class)
            .from(SAMPLES + "CEB702.xml"),
        Doorstep.of("ceb-summary-result", new SummaryResultReader(), CebXml.class)
            .from(SAMPLES + "CEB792.xml"),
        Doorstep.of("ceb-message-refusal", new MessageRefusalReader(), CebXml.class)
            .from(SAMPLES + "CEB900.xml"),
        Parser.named(
                "ceb-signature",
                ChinaCustomsParsers::check,
                CebSignature.class,
                Sm2Signature.class,
                CebXml.class)
            .from(SAMPLES + "CEB603.xml", SAMPLES + "CEB607.xml", SAMPLES + "CEB603-sm2.xml")
            .refusingBy(Unreadable.class),
        Parser.named("china-registration", ChinaCustomsParsers::register, Registration.class)
            .from("connectors/china-customs/registration.csv")
            .refusingBy(IllegalStateException.class));
  }

  private static void check(byte[] body) throws Unreadable {
    Element root = CebXml.read(body);
    CebSignature.isRight(root, Key.RSA);
    CebSignature.isRight(root, Key.SM2);
  }

  private static void register(byte[] file) {
    InAFile.read("registration.csv", file, Registration::new);
  }

  private static final class Key {
    static final PublicKey RSA = SigningKey.readPublic(Path.of(SAMPLES, "registered-key.pem"));
    static final PublicKey SM2 = SigningKey.readPublic(Path.of(SAMPLES, "registered-key-sm2.pem"));
  }
}
