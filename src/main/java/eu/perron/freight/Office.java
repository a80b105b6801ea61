package eu.perron.freight;

/**
 * One of our own offices: shipper or consignee of the master air waybill, declarant of the filing.
 */
public record Office(
    String station,
    String name,
    String street,
    String place,
    String postcode,
    String country,
    String phone,
    String eori,
    String teletype) {}
