/**
 * The durable post room: nothing leaves or enters except through here. A send is a letter, written
 * in the step's own transaction; an arrival is a row, applied once. Rooms hand in letters and take
 * in arrivals; connectors compose, carry and read.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Exchange",
    allowedDependencies = {"trade", "house", "archive", "audit"})
package eu.perron.exchange;
