package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.SalesOrder;
import org.springframework.stereotype.Component;

/** CEB303: what was sold, one Order for each order. */
@Component
class SalesOrderComposer extends CebComposer {
  SalesOrderComposer(Registration registration, SigningKey key) {
    super("CEB303Message", "order-document", registration, key);
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    SalesOrder sold = letter.as(SalesOrder.class);
    Group order = message.group("Order");
    Group head = opened(order.group("OrderHead"), sold.dispatch());
    head.code("orderType", sold.orderType()).text("orderNo", sold.orderNumber(), 60);
    named(head, "ebpCode", "ebpName");
    head.text("ebcCode", sold.ownerCode(), 18)
        .text("ebcName", sold.ownerName(), 100)
        .number("goodsValue", sold.goodsValue())
        .number("freight", sold.freight())
        .code("currency", sold.currency());
    for (SalesOrder.Item item : sold.items()) {
      order
          .group("OrderList")
          .number("gnum", item.number())
          .text("itemNo", item.articleNumber(), 30)
          .text("itemName", item.name(), 250)
          .optional("barCode", item.barcode(), 50)
          .code("unit", item.unit())
          .code("currency", sold.currency())
          .number("qty", item.quantity())
          .number("price", item.price())
          .number("totalPrice", item.totalPrice());
    }
  }
}
