/** How we speak with partners: their formats, their transports. The only room that knows Camel. */
@org.springframework.modulith.ApplicationModule(displayName = "Connectors")
package eu.perron.connectors;
