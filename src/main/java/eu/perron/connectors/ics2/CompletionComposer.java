package eu.perron.connectors.ics2;

import eu.perron.freight.MasterSummary;
import org.springframework.stereotype.Component;

/** IE3F21: a master with its houses, before arrival. */
@Component
class CompletionComposer extends Ics2Composer<MasterSummary> {
  CompletionComposer() {
    super("completion", MasterSummary.class, CompletionComposer::write);
  }

  static byte[] write(MasterSummary summary) {
    Ics2Writer out =
        new Ics2Writer("IE3F21")
            .element("LRN", summary.lrn())
            .at("DocumentIssueDate", summary.filedAt())
            .element("SpecificCircumstanceIndicator", "F21")
            .element("AddressedMemberState", summary.declarant().country());
    EntrySummaryComposer.declarant(out, summary.declarant())
        .element("ConveyanceReferenceNumber", summary.flight())
        .element("ScheduledDepartureDate", summary.flightDate())
        .open("ConsignmentMasterLevel");
    EntrySummaryComposer.document(out, summary.awb(), "N741")
        .element("PlaceOfLoading", summary.origin())
        .element("PlaceOfUnloading", summary.destination());
    for (String house : summary.houses()) {
      EntrySummaryComposer.document(out, house, "N740");
    }
    return out.close().end();
  }
}
