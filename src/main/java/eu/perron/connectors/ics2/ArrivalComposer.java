package eu.perron.connectors.ics2;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.freight.ArrivalNotice;
import java.util.List;
import org.springframework.stereotype.Component;

/** IE3N06: a master has landed. */
@Component
class ArrivalComposer implements Composer {
  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String operation() {
    return "arrival";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(),
        operation(),
        letter.key(),
        "application/xml",
        write(letter.as(ArrivalNotice.class)));
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
