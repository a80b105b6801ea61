package eu.perron.delivery;

/** Where a clerk sends a parcel instead; null leaves that part as the order has it. */
public record Address(String street, String postcode, String city) {
  static final Address AS_ORDERED = new Address(null, null, null);
}
