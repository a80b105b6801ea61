package eu.perron.house;

/**
 * One thing to mend in what we were given.
 *
 * @param pointer JSON pointer into the body, or the name of a query parameter after a slash
 * @param code for programs: {@code required}, {@code too-long}, …
 */
public record InputError(String pointer, String code, String message) {}
