package eu.perron.freight;

/**
 * The authority forbids this house to fly (ICS2 IE3Q01): a hard stop, without appeal by message.
 */
public record DoNotLoad(String orderNumber, String reason) {}
