/** Last mile: labels, and what carriers tell about the way to the door, in one vocabulary. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Delivery",
    allowedDependencies = {"trade", "house", "archive", "orders", "exchange"})
package eu.perron.delivery;
