package eu.perron.trade;

/**
 * What we think of a text that is said to be an identifier.
 *
 * @param kind the path name of the kind
 * @param value as given
 * @param normalised the form we store and send; null when invalid
 * @param reason why it is invalid and how to mend it; of a valid one what is doubtful, or null
 */
public record IdentifierCheck(
    String kind, String value, String normalised, boolean valid, String reason) {}
