package eu.perron.connectors.ics2;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.freight.FilingWithdrawn;
import java.util.List;
import org.springframework.stereotype.Component;

/** IE3Q04: a house will not fly, and its filing is to be forgotten. */
@Component("ics2InvalidationComposer")
class InvalidationComposer implements Composer {
  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String operation() {
    return "invalidation";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(),
        operation(),
        letter.key(),
        "application/xml",
        write(letter.as(FilingWithdrawn.class)));
  }

  static byte[] write(FilingWithdrawn withdrawn) {
    Ics2Writer out =
        new Ics2Writer("IE3Q04")
            .element("LRN", withdrawn.lrn())
            .element("MRN", withdrawn.mrn())
            .at("DocumentIssueDate", withdrawn.askedAt());
    EntrySummaryComposer.declarant(out, withdrawn.declarant());
    EntrySummaryComposer.document(out, withdrawn.house(), "N740");
    return out.open("AdditionalInformation").text("Text", withdrawn.reason(), 1000).close().end();
  }
}
