package eu.perron.exchange;

/**
 * A room's ear: applies one kind of arrival of one partner. Runs in a transaction with the
 * correlation it causes; must be indifferent to order and repetition, because partners are.
 */
public interface ArrivalHandler<T> {
  Partner partner();

  String kind();

  Class<T> contentType();

  /**
   * An exception is an incident (retried, then shown to an operator); a misfit is an {@link
   * Outcome}.
   */
  Outcome apply(T content);
}
