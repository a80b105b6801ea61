package eu.perron.exports;

import java.time.Instant;

/**
 * One sending of a document.
 *
 * @param guid 36 characters, unlike any other
 */
public record Dispatch(String guid, Application application, Instant at) {}
