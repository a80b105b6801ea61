/** Who may trade: sellers and their API keys; whether an identifier is one. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Sellers",
    allowedDependencies = {"trade", "house"})
package eu.perron.sellers;
