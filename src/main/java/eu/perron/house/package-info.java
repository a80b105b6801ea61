/**
 * The building itself: settings, database, clock, accounts and locks on the doors. No business
 * lives here.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "House",
    allowedDependencies = {})
package eu.perron.house;
