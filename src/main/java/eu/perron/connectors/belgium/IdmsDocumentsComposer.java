package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.CustomsDocuments;
import eu.perron.imports.DocumentsLetter;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Writes what we answer to a request for documents. */
@Component
class IdmsDocumentsComposer implements Composer {
  static final String SENDER = "PERRON";

  private final CustomsDocuments documents;

  IdmsDocumentsComposer(CustomsDocuments documents) {
    this.documents = documents;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "documents";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    DocumentsLetter letter = letters.get(0).as(DocumentsLetter.class);
    return new OutgoingMessage(
        partner(),
        operation(),
        letter.messageId(),
        Idms.CONTENT_TYPE,
        write(letter, documents::content));
  }

  /**
   * @param contents of a document, by its id
   */
  static byte[] write(DocumentsLetter letter, Function<String, byte[]> contents) {
    String reference = IdmsWriter.clean(letter.reference(), 512);
    return IdmsWriter.message(
        "DocumentsLodged",
        SENDER,
        IdmsWriter.ADMINISTRATION,
        letter.lodgedAt(),
        letter.messageId(),
        null,
        message -> {
          message
              .element("LRN", letter.lrn())
              .element("MRN", letter.mrn())
              .element("documentReference", reference.isEmpty() ? letter.lrn() : reference)
              .element("note", letter.note(), 2000);
          for (DocumentsLetter.Attached one : letter.documents()) {
            message.group(
                "Document",
                document ->
                    document
                        .element("identifier", one.id())
                        .element("type", one.type())
                        .element("fileName", one.name(), 120)
                        .element("contentType", one.contentType())
                        .element("sha256", one.sha256())
                        .element("content", contents.apply(one.id())));
          }
        });
  }
}
