/**
 * The words everybody in the house uses: identifiers that are right by construction, money, weight,
 * countries and the milestones of goods on their way. It knows no other room.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Trade vocabulary")
package eu.perron.trade;
