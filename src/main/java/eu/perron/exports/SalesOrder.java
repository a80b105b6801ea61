package eu.perron.exports;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was sold, as the platform tells it (message CEB303).
 *
 * @param dispatch null while it is only drawn up
 * @param freight what the buyer pays for the transport
 */
public record SalesOrder(
    Dispatch dispatch,
    String orderNumber,
    String orderType,
    String ownerCode,
    String ownerName,
    BigDecimal goodsValue,
    BigDecimal freight,
    String currency,
    List<Item> items) {

  SalesOrder sent(Dispatch now) {
    return new SalesOrder(
        now, orderNumber, orderType, ownerCode, ownerName, goodsValue, freight, currency, items);
  }

  public record Item(
      int number,
      String articleNumber,
      String name,
      String barcode,
      String unit,
      int quantity,
      BigDecimal price,
      BigDecimal totalPrice) {}
}
