/**
 * Air freight: consignments under a master air waybill, the security filing by house, and what
 * becomes of the flight. What happens to a flight happens to its houses by one statement.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Freight",
    allowedDependencies = {"trade", "house", "reference", "archive", "audit", "orders", "exchange"})
package eu.perron.freight;
