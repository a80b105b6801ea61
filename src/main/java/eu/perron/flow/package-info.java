/**
 * When things happen: one class per process, one method per step. The only room that knows the
 * process engine.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Flow")
package eu.perron.flow;
