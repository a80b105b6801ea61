/** Orders that come back: refused, undeliverable, not let in. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Returns",
    allowedDependencies = {"trade", "house", "archive", "orders", "exchange"})
package eu.perron.returns;
