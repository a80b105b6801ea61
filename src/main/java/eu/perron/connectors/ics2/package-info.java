/** The Union's advance security system: entry summaries out, what it says about them in. */
package eu.perron.connectors.ics2;
