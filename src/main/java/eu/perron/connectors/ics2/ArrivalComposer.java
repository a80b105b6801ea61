package eu.perron.connectors.ics2;

import eu.perron.freight.ArrivalNotice;
import org.springframework.stereotype.Component;

/** IE3N06: a master has landed. */
@Component
class ArrivalComposer extends Ics2Composer<ArrivalNotice> {
  ArrivalComposer() {
    super("arrival", ArrivalNotice.class, ArrivalComposer::write);
  }

  static byte[] write(ArrivalNotice notice) {
    Ics2Writer out =
        new Ics2Writer("IE3N06")
            .element("LRN", notice.lrn())
            .at("DocumentIssueDate", notice.filedAt());
    EntrySummaryComposer.declarant(out, notice.declarant())
        .element("ConveyanceReferenceNumber", notice.flight())
        .element("ScheduledDepartureDate", notice.flightDate())
        .element("PlaceOfUnloading", notice.airport())
        .at("ActualDateAndTimeOfArrival", notice.arrivedAt());
    return EntrySummaryComposer.document(out, notice.awb(), "N741").end();
  }
}
