package eu.perron.returns;

import java.time.Instant;

/** The way back of an order, for its page; what has not happened yet is null. */
public record ReturnView(
    String orderNumber,
    Instant expectedAt,
    Instant backAt,
    ReturnDecision decision,
    Instant decidedAt) {}
