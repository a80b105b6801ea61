/**
 * Import into China as cross-border e-commerce retail (9610): limits, composite tax, the four
 * papers that must agree, and what Chinese customs says to them.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Retail imports",
    allowedDependencies = {"trade", "house", "archive", "exchange", "orders"})
package eu.perron.retailimports;
