/**
 * The process owners' room: what is deployed, what was refused and why, and the palette for their
 * modeler.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Studio",
    allowedDependencies = {"flow", "house"})
package eu.perron.studio;
