package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.DocumentsLetter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what we answer to a request for documents. */
@Component
class IdmsDocumentsComposer implements Composer {
  static final String SENDER = "PERRON";

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
        partner(), operation(), letter.messageId(), Idms.CONTENT_TYPE, write(letter));
  }

  byte[] write(DocumentsLetter letter) {
    String reference = IdmsWriter.clean(letter.reference(), 512);
    return IdmsWriter.message(
        "DocumentsLodged",
        SENDER,
        IdmsWriter.ADMINISTRATION,
        letter.lodgedAt(),
        letter.messageId(),
        null,
        message ->
            message
                .element("LRN", letter.lrn())
                .element("MRN", letter.mrn())
                .element("documentReference", reference.isEmpty() ? letter.lrn() : reference)
                .element("note", letter.note(), 2000));
  }
}
