/**
 * May it travel: goods, descriptions, values, identifiers and parties are screened before anything
 * is declared.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Compliance",
    allowedDependencies = {"trade", "house", "reference", "archive", "orders", "sanctions"})
package eu.perron.compliance;
