package eu.perron.connectors.ics2;

import eu.perron.freight.FilingWithdrawn;
import org.springframework.stereotype.Component;

/** IE3Q04: a house will not fly, and its filing is to be forgotten. */
@Component("ics2InvalidationComposer")
class InvalidationComposer extends Ics2Composer<FilingWithdrawn> {
  InvalidationComposer() {
    super("invalidation", FilingWithdrawn.class, InvalidationComposer::write);
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
