package eu.perron.exchange;

import java.time.Instant;

/**
 * A message of ours that this node has taken to send.
 *
 * @param othersPass whether the partner took something since this one failed last
 * @param leaseUntil our claim to it; a later one is somebody else's
 * @param leftAt when its bytes were handed to the line before; null: certainly never
 */
record Stored(
    String id,
    OutgoingMessage message,
    int attempts,
    int faults,
    boolean othersPass,
    Instant dueAt,
    Instant leaseUntil,
    Instant leftAt) {}
