package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.Departure;
import org.springframework.stereotype.Component;

/** CEB509: what departed under a master air waybill. */
@Component("chinaDepartureComposer")
class DepartureComposer extends CebComposer {
  DepartureComposer(Registration registration, SigningKey key) {
    super("CEB509Message", "departure", registration, key);
  }

  /** It may name thousands of houses; one to a message keeps the message carriable. */
  @Override
  public int lettersPerMessage() {
    return 1;
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    Departure left = letter.as(Departure.class);
    Group departure = message.group("Departure");
    Group head = departure.group("DepartureHead");
    opened(head, left.guid(), left.changed(), left.filedAt());
    code(head, "customsCode");
    head.code("copNo", left.copNo());
    named(head, "logisticsCode", "logisticsName");
    head.code("trafMode", left.transportMode())
        .text("trafName", left.flight(), 100)
        .text("voyageNo", voyage(left.flight(), left.flightDate()), 32)
        .text("billNo", bill(left.masterWaybill()), 37)
        .time("leaveTime", left.leftAt())
        .number("msgCount", 1)
        .number("msgSeqNo", 1);
    int number = 0;
    for (String house : left.houses()) {
      departure.group("DepartureList").number("gnum", ++number).text("logisticsNo", house, 32);
    }
  }
}
