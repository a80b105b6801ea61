package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.WaybillList;
import org.springframework.stereotype.Component;

/** CEB607: which lists fly under a master air waybill. */
@Component
class WaybillListComposer extends CebComposer {
  WaybillListComposer(Registration registration, SigningKey key) {
    super("CEB607Message", "waybill-list", registration, key);
  }

  /** A list may name thousands of houses; one to a message keeps the message carriable. */
  @Override
  public int lettersPerMessage() {
    return 1;
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    WaybillList list = letter.as(WaybillList.class);
    Group waybill = message.group("WayBill");
    head(waybill.group("WayBillHead"), list);
    int number = 0;
    for (WaybillList.House house : list.houses()) {
      waybill
          .group("WayBillList")
          .number("gnum", ++number)
          .text("logisticsNo", house.number(), 32)
          .optional("invtNo", house.invtNo(), 20);
    }
  }

  private void head(Group head, WaybillList list) {
    opened(head, list.guid(), list.changed(), list.filedAt());
    code(head, "customsCode");
    head.code("copNo", list.copNo());
    named(head, "agentCode", "agentName");
    head.optional("loctNo", registration.of("loctNo"), 10)
        .code("trafMode", list.transportMode())
        .text("trafName", list.flight(), 100)
        .text("voyageNo", voyage(list.flight(), list.flightDate()), 32)
        .text("billNo", bill(list.masterWaybill()), 37)
        .number("grossWeight", list.grossWeightKg());
    named(head, "logisticsCode", "logisticsName");
    head.number("msgCount", 1).number("msgSeqNo", 1);
  }
}
