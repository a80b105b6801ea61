package eu.perron.delivery;

/** A label as the carrier made it, ready to print. */
public record Label(String contentType, byte[] body) {}
