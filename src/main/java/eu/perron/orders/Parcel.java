package eu.perron.orders;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.springframework.data.relational.core.mapping.Table;

/**
 * @param number the order number and two digits, as printed on our own label
 */
@Table("order_parcel")
public record Parcel(
    String number,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal grossWeightKg,
    int lengthCm,
    int widthCm,
    int heightCm) {}
