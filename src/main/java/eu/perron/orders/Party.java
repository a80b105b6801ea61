package eu.perron.orders;

/**
 * A consignor, consignee or responsible person in the Union.
 *
 * @param country ISO 3166 alpha-2
 * @param registration the consignor's Chinese USCC or Belgian enterprise number, if known
 */
public record Party(
    String name,
    String street,
    String city,
    String postcode,
    String country,
    String registration,
    String email,
    String phone) {}
