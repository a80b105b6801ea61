/**
 * bpost: books labels, asks for new attempts, reads what happened to parcels. See {@code
 * connectors/bpost}.
 */
package eu.perron.connectors.bpost;
