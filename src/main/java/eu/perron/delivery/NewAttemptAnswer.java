package eu.perron.delivery;

/**
 * What a carrier answers to a wish for a new attempt.
 *
 * @param refusal null if it will try again
 */
public record NewAttemptAnswer(String key, String orderNumber, String refusal) {}
