package eu.perron.delivery;

/** A clerk corrected the address the label is booked to. */
public record AddressCorrected(String orderNumber, Address before, Address after) {
  public record Address(String street, String postcode, String city) {}
}
