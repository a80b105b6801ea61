package eu.perron.imports;

/** Customs took the goods. */
public record GoodsSeized(String orderNumber, String reason) {}
