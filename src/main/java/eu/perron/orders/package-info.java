/** Intake by REST and CSV, and the order with its lines and parcels. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Orders",
    allowedDependencies = {"trade", "house", "archive", "sellers"})
package eu.perron.orders;
