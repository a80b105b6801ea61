/**
 * Export declarations, and what the customs of the exporting country say to them (China: e-commerce
 * retail, 9610).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Exports",
    allowedDependencies = {"trade", "house", "archive", "audit", "exchange", "orders"})
package eu.perron.exports;
