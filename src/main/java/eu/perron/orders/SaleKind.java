package eu.perron.orders;

public enum SaleKind {
  B2C,
  B2B,
  C2C_GIFT
}
