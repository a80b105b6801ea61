/**
 * The read side: timeline, promise, public tracking. Knows all rooms and is known by none; only the
 * flow hands in a part of the order's view.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Tracking")
package eu.perron.tracking;
