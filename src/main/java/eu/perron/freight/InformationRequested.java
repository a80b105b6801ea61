package eu.perron.freight;

/**
 * The authority wants to know more before it lets this house fly (ICS2 IE3Q02), or refused the
 * filing.
 */
public record InformationRequested(String orderNumber, String question) {}
