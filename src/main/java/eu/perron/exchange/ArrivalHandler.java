package eu.perron.exchange;

import java.util.List;

/**
 * A room's ear: applies one kind of arrival of one partner. Runs in a transaction with the
 * correlation it causes; must be indifferent to order and repetition, because partners are.
 */
public interface ArrivalHandler<T> {
  Partner partner();

  String kind();

  Class<T> contentType();

  /**
   * These are applied next, one after the other, in this transaction: what they all need can be
   * read together. Changes nothing.
   */
  default void prepare(List<T> contents) {}

  /**
   * An exception is an incident (retried, then shown to an operator); a misfit is an {@link
   * Outcome}.
   */
  Outcome apply(T content);

  /**
   * The same news under the right name, when a person knows what the partner meant. Changes
   * nothing.
   *
   * @param number the order, parcel or consignment of ours that the person named
   */
  default Match<T> match(T content, String number) {
    return Match.impossible(
        "What " + partner() + " says as " + kind() + " cannot be given to an order by hand");
  }
}
