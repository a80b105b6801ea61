package eu.perron.orders;

/** A clerk or the seller described the goods of a line better. */
public record GoodsDescribed(
    String orderNumber,
    int position,
    String descriptionBefore,
    String description,
    String hsCodeBefore,
    String hsCode) {}
