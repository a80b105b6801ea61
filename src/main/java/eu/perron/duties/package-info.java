/** What is owed at the border: dated duty and VAT rules, exchange rates, landed cost. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Duties",
    allowedDependencies = {"trade", "house", "reference", "audit", "orders"})
package eu.perron.duties;
