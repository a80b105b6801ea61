package eu.perron.delivery;

/**
 * A parcel that customs has not released must not leave the hub: an incident, never an ordinary
 * answer.
 */
public class ExitForbidden extends IllegalStateException {
  ExitForbidden(String orderNumber) {
    super("Order " + orderNumber + " is not released by customs and stays in the hub");
  }
}
