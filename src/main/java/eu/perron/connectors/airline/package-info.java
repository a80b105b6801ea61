/** Cargo-IMP, the airlines' teletype language: waybills out, status messages in. */
package eu.perron.connectors.airline;
