package eu.perron.exports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Order, receipt and waybill of one order, not sent yet. Customs compare them with each other and
 * with the list, so we do it first.
 */
record ThreeDocuments(SalesOrder order, PaymentReceipt receipt, HouseWaybill waybill) {
  private static final String ORDER = Paper.ORDER.words();
  private static final String RECEIPT = Paper.RECEIPT.words();
  private static final String WAYBILL = Paper.WAYBILL.words();
  private static final String LIST = "list (CEB603)";

  /**
   * @return which fields of which documents do not agree, in words for a clerk; empty: they all do
   */
  List<String> disagreements(ExportList list) {
    List<String> found = new ArrayList<>();
    same(found, ORDER, "orderNo", order.orderNumber(), RECEIPT, "orderNo", receipt.orderNumber());
    same(found, ORDER, "orderNo", order.orderNumber(), LIST, "orderNo", list.orderNumber());
    same(found, WAYBILL, "logisticsNo", waybill.number(), LIST, "logisticsNo", list.orderNumber());
    same(found, ORDER, "ebcCode", order.ownerCode(), RECEIPT, "ebcCode", receipt.ownerCode());
    same(found, ORDER, "ebcCode", order.ownerCode(), WAYBILL, "ebcCode", waybill.ownerCode());
    same(found, ORDER, "ebcCode", order.ownerCode(), LIST, "ebcCode", list.ownerCode());
    same(found, ORDER, "currency", order.currency(), RECEIPT, "currency", receipt.currency());
    same(found, ORDER, "currency", order.currency(), WAYBILL, "currency", waybill.currency());
    same(found, ORDER, "currency", order.currency(), LIST, "currency", list.currency());
    same(found, ORDER, "freight", order.freight(), WAYBILL, "freight", waybill.freight());
    same(found, ORDER, "freight", order.freight(), LIST, "freight", list.freight());
    same(found, WAYBILL, "insuredFee", waybill.insurance(), LIST, "insuredFee", list.insurance());
    same(
        found,
        RECEIPT,
        "charge",
        receipt.charge(),
        ORDER,
        "goodsValue with freight and insurance",
        order.goodsValue().add(order.freight()).add(waybill.insurance()));
    same(
        found,
        ORDER,
        "goodsValue",
        order.goodsValue(),
        ORDER,
        "sum of totalPrice",
        order.items().stream()
            .map(SalesOrder.Item::totalPrice)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    same(found, WAYBILL, "packNo", waybill.packages(), LIST, "packNo", list.packages());
    same(
        found,
        WAYBILL,
        "grossWeight",
        waybill.grossWeightKg(),
        LIST,
        "grossWeight",
        list.grossWeightKg());
    if (list.netWeightKg().compareTo(waybill.grossWeightKg()) > 0) {
      found.add(
          "%s grossWeight %s kg is less than %s netWeight %s kg"
              .formatted(
                  WAYBILL, written(waybill.grossWeightKg()), LIST, written(list.netWeightKg())));
    }
    same(found, ORDER, "items", order.items().size(), LIST, "items", list.items().size());
    for (int i = 0; i < Math.min(order.items().size(), list.items().size()); i++) {
      compare(found, order.items().get(i), list.items().get(i));
    }
    return found;
  }

  private static void compare(List<String> found, SalesOrder.Item sold, ExportList.Item listed) {
    String item = " of item " + sold.number();
    same(found, ORDER, "itemName" + item, sold.name(), LIST, "gname" + item, listed.name());
    same(found, ORDER, "qty" + item, sold.quantity(), LIST, "qty" + item, listed.quantity());
    same(found, ORDER, "unit" + item, sold.unit(), LIST, "unit" + item, listed.unit());
    same(found, ORDER, "price" + item, sold.price(), LIST, "price" + item, listed.price());
    same(
        found,
        ORDER,
        "totalPrice" + item,
        sold.totalPrice(),
        LIST,
        "totalPrice" + item,
        listed.totalPrice());
    same(
        found,
        ORDER,
        "totalPrice" + item,
        sold.totalPrice(),
        ORDER,
        "qty times price" + item,
        sold.price().multiply(BigDecimal.valueOf(sold.quantity())));
  }

  private static void same(
      List<String> found,
      String one,
      String field,
      Object value,
      String other,
      String otherField,
      Object otherValue) {
    boolean agree =
        value instanceof BigDecimal amount && otherValue instanceof BigDecimal otherAmount
            ? amount.compareTo(otherAmount) == 0
            : Objects.equals(value, otherValue);
    if (!agree) {
      found.add(
          "%s %s %s is not %s %s %s"
              .formatted(one, field, written(value), other, otherField, written(otherValue)));
    }
  }

  private static String written(Object value) {
    return value instanceof BigDecimal amount
        ? amount.stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
