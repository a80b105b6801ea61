package eu.perron.imports;

/** Customs had the goods destroyed. */
public record GoodsDestroyed(String orderNumber, String reason) {}
