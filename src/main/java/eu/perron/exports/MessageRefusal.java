package eu.perron.exports;

import java.time.Instant;
import java.util.List;

/**
 * Customs, or the electronic port before them, did not take a whole message (CEB900).
 *
 * @param type of the message, such as {@code CEB603}; empty if they do not say
 * @param messages what may be its identity with us, the likeliest first
 * @param status returnStatus, as a rule negative
 */
public record MessageRefusal(
    String type, List<String> messages, int status, Instant at, String info) {}
