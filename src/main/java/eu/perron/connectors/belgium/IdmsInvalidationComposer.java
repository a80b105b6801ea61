package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.InvalidationLetter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes IE414: customs is asked to forget a declaration. */
@Component
class IdmsInvalidationComposer implements Composer {
  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "invalidation";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    InvalidationLetter letter = letters.get(0).as(InvalidationLetter.class);
    return new OutgoingMessage(
        partner(), operation(), letter.lrn(), Idms.CONTENT_TYPE, write(letter));
  }

  byte[] write(InvalidationLetter letter) {
    return IdmsWriter.message(
        "IE414",
        IdmsDocumentsComposer.SENDER,
        IdmsWriter.ADMINISTRATION,
        letter.askedAt(),
        letter.lrn() + "-INV",
        null,
        message ->
            message
                .element("LRN", letter.lrn())
                .element("MRN", letter.mrn())
                .element("reason", letter.reason(), 512));
  }
}
