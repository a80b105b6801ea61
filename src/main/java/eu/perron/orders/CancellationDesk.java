package eu.perron.orders;

import java.util.Optional;

/** Takes an order that is on its way out of its flow, if that is still possible. */
public interface CancellationDesk {
  /** Empty: it is being cancelled. */
  Optional<Refusal> cancel(String orderNumber);

  /**
   * @param code for programs: {@code departed}
   * @param reason for people, a sentence
   * @param needed what would be needed instead, a sentence
   */
  record Refusal(String code, String reason, String needed) {}
}
