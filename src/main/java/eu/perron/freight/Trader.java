package eu.perron.freight;

/** Consignor or consignee, as the security filing names them. */
public record Trader(String name, String street, String city, String postcode, String country) {}
