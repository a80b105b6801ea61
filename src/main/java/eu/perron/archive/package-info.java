/**
 * What has ended leaves the hot tables after a while and stays findable here. The archive knows no
 * room's business: rooms declare which of their tables belong to an order or a consignment, and it
 * moves the rows as they are.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Archive",
    allowedDependencies = {"house"})
package eu.perron.archive;
