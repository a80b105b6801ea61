package eu.perron.delivery;

/**
 * What a carrier answers to a {@link NewAttempt}.
 *
 * @param refusal null if it will try again
 */
public record NewAttemptAnswer(String key, String orderNumber, String refusal) {}
