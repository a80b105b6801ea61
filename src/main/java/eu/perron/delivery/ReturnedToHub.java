package eu.perron.delivery;

/** What was not delivered stands at our hub again. */
public record ReturnedToHub(String orderNumber) {}
