package eu.perron.sanctions;

/**
 * A name that an entry of the list bears.
 *
 * @param whole as it is published
 * @param first given names; blank if not told apart
 * @param last family name; blank if not told apart
 * @param strong false: the publisher itself says that it identifies badly
 */
public record ListedName(String whole, String first, String last, boolean strong) {}
