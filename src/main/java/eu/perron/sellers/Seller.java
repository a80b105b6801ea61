package eu.perron.sellers;

/**
 * @param country ISO 3166 alpha-2, where they are established
 */
public record Seller(String id, String name, String country) {}
