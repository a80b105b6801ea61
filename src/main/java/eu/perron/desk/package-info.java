/**
 * The clerks' room: tasks, most urgent first, and all that is known of an order beside the form
 * that decides it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Desk",
    allowedDependencies = {
      "flow",
      "orders",
      "compliance",
      "delivery",
      "freight",
      "duties",
      "imports",
      "exchange",
      "exports",
      "tracking",
      "archive",
      "audit",
      "house",
      "trade"
    })
package eu.perron.desk;
