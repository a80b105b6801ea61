/**
 * Import at Liège: which declaration, what it says, what customs answers, whether the goods may
 * leave.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Imports",
    allowedDependencies = {"trade", "house", "reference", "archive", "audit", "orders", "exchange"})
package eu.perron.imports;
