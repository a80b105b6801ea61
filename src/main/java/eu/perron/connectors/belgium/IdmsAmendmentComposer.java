package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.AmendmentLetter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes IE413: customs is asked to change one item of a declaration. */
@Component
class IdmsAmendmentComposer implements Composer {
  private static final int SUBHEADING = 6;

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "amendment";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    AmendmentLetter letter = letters.get(0).as(AmendmentLetter.class);
    return new OutgoingMessage(
        partner(), operation(), letter.key(), Idms.CONTENT_TYPE, write(letter));
  }

  static byte[] write(AmendmentLetter letter) {
    return IdmsWriter.message(
        "IE413",
        IdmsDocumentsComposer.SENDER,
        IdmsWriter.ADMINISTRATION,
        letter.askedAt(),
        letter.key(),
        null,
        message ->
            message
                .element("LRN", letter.lrn())
                .element("MRN", letter.mrn())
                .group(
                    "GoodsItem",
                    item -> {
                      item.element("goodsItemNumber", letter.item());
                      if (letter.hsCode() != null) {
                        DeclarationParts.commodityCode(item, code(letter));
                      }
                      if (letter.price() != null) {
                        item.group(
                            "ItemAmount",
                            amount ->
                                amount
                                    .element("amount", letter.price())
                                    .element("currency", letter.currency()));
                      }
                    })
                .element("reason", letter.reason(), DeclarationParts.DESCRIPTION));
  }

  /** The six digits of the subheading on an H7. */
  private static String code(AmendmentLetter letter) {
    return letter.kind().equals("H7") && letter.hsCode().length() > SUBHEADING
        ? letter.hsCode().substring(0, SUBHEADING)
        : letter.hsCode();
  }
}
