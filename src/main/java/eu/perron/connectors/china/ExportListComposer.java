package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.ExportList;
import org.springframework.stereotype.Component;

/** CEB603: the export list, one Inventory for each order. */
@Component
class ExportListComposer extends CebComposer {
  ExportListComposer(Registration registration, SigningKey key) {
    super("CEB603Message", "export-list", registration, key);
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    ExportList list = letter.as(ExportList.class);
    Group inventory = message.group("Inventory");
    head(inventory.group("InventoryHead"), list);
    list.items().forEach(item -> item(inventory.group("InventoryList"), item, list.currency()));
  }

  private void head(Group head, ExportList list) {
    opened(head, list.guid(), list.changed(), list.declaredAt());
    code(head, "customsCode");
    named(head, "ebpCode", "ebpName");
    head.text("orderNo", list.orderNumber(), 60);
    named(head, "logisticsCode", "logisticsName");
    head.text("logisticsNo", list.orderNumber(), 32)
        .code("copNo", list.copNo())
        .code("ieFlag", "E");
    code(head, "portCode");
    head.code("ieDate", CebWriter.DAY.format(list.declaredAt()))
        .code("statisticsFlag", list.statisticsFlag());
    named(head, "agentCode", "agentName");
    head.text("ebcCode", list.ownerCode(), 18)
        .text("ebcName", list.ownerName(), 100)
        .text("ownerCode", list.ownerCode(), 18)
        .text("ownerName", list.ownerName(), 100)
        .code("tradeMode", list.tradeMode())
        .code("trafMode", list.transportMode())
        .optional("loctNo", registration.of("loctNo"), 10)
        .code("country", list.destination())
        .code("POD", list.portOfDestination())
        .number("freight", list.freight())
        .code("fCurrency", list.currency())
        .code("fFlag", "3")
        .number("insuredFee", list.insurance())
        .code("iCurrency", list.currency())
        .code("iFlag", "3")
        .code("wrapType", list.wrapping())
        .number("packNo", list.packages())
        .number("grossWeight", list.grossWeightKg())
        .number("netWeight", list.netWeightKg())
        .optional("note", list.note(), 1000);
  }

  private static void item(Group element, ExportList.Item item, String currency) {
    element
        .number("gnum", item.number())
        .text("itemNo", item.articleNumber(), 20)
        .code("gcode", item.tariffCode())
        .text("gname", item.name(), 250)
        .text("gmodel", item.model(), 250)
        .text("barCode", item.barcode(), 50)
        .code("country", item.origin())
        .code("currency", currency)
        .number("qty", item.quantity())
        .number("qty1", item.legalQuantity())
        .code("unit", item.unit())
        .code("unit1", item.legalUnit())
        .number("price", item.price())
        .number("totalPrice", item.totalPrice());
  }
}
