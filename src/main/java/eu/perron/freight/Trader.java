package eu.perron.freight;

import eu.perron.orders.Party;

/** Consignor or consignee, as the security filing names them. */
public record Trader(String name, String street, String city, String postcode, String country) {
  static Trader of(Party party) {
    return new Trader(
        party.name(), party.street(), party.city(), party.postcode(), party.country());
  }

  /** Both, as the house's row keeps them: sealed in one column. */
  record Pair(Trader consignor, Trader consignee) {}
}
