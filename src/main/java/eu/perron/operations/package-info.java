/**
 * The operators' room: how each partner is, what found no way, what could not be done; try again or
 * give up.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Operations",
    allowedDependencies = {
      "archive",
      "audit",
      "duties",
      "flow",
      "exchange",
      "orders",
      "sanctions",
      "tracking",
      "house",
      "reference",
      "trade"
    })
package eu.perron.operations;
