package eu.perron.connectors.ics2;

import eu.perron.freight.EntrySummary;
import eu.perron.freight.EntrySummaryAmendment;
import org.springframework.stereotype.Component;

/** IE3A24: a registered house as it shall be, whole; the MRN says which. */
@Component("ics2AmendmentComposer")
class AmendmentComposer extends Ics2Composer<EntrySummaryAmendment> {
  AmendmentComposer() {
    super("amendment", EntrySummaryAmendment.class, AmendmentComposer::write);
  }

  static byte[] write(EntrySummaryAmendment amendment) {
    EntrySummary amended = amendment.amended();
    Ics2Writer out =
        new Ics2Writer("IE3A24").element("LRN", amended.lrn()).element("MRN", amendment.mrn());
    return EntrySummaryComposer.rest(out, amended).end();
  }
}
