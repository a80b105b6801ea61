package eu.perron.orders;

public enum Incoterm {
  DDP,
  DAP
}
