package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.HouseWaybill;
import org.springframework.stereotype.Component;

/** CEB505: what is carried, one Logistics for each order. */
@Component
class HouseWaybillComposer extends CebComposer {
  HouseWaybillComposer(Registration registration, SigningKey key) {
    super("CEB505Message", "waybill-document", registration, key);
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    HouseWaybill carried = letter.as(HouseWaybill.class);
    Group waybill = opened(message.group("Logistics"), carried.dispatch());
    named(waybill, "logisticsCode", "logisticsName");
    waybill
        .text("logisticsNo", carried.number(), 32)
        .number("freight", carried.freight())
        .number("insuredFee", carried.insurance())
        .code("currency", carried.currency())
        .number("grossWeight", carried.grossWeightKg())
        .number("packNo", carried.packages())
        .text("goodsInfo", carried.goods(), 200)
        .optional("ebcCode", carried.ownerCode(), 18)
        .optional("ebcName", carried.ownerName(), 100);
  }
}
