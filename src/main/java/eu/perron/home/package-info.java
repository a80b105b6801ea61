/** The front room: what everybody may see of the flow, and the demonstration's first button. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Home",
    allowedDependencies = {"flow", "orders", "exchange", "house"})
package eu.perron.home;
