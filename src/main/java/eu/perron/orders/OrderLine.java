package eu.perron.orders;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One article of an order.
 *
 * @param hsCode six digits or more, as the seller gave it or a clerk corrected it
 * @param unitPrice in the order's currency, taxes excluded
 * @param netWeightKg per unit
 * @param dangerousGoods UN number with packing instruction ({@code UN3481-PI967-II}), or null
 */
@Table("order_line")
public record OrderLine(
    String sku,
    String description,
    String hsCode,
    String originCountry,
    int quantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal netWeightKg,
    String gtin,
    String manufacturerPartNumber,
    String dangerousGoods) {

  public BigDecimal price() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }

  public OrderLine described(String correctedDescription, String correctedHsCode) {
    return new OrderLine(
        sku,
        correctedDescription,
        correctedHsCode,
        originCountry,
        quantity,
        unitPrice,
        netWeightKg,
        gtin,
        manufacturerPartNumber,
        dangerousGoods);
  }
}
