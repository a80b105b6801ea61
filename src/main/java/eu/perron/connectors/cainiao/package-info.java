/**
 * Cainiao, a carrier of the last mile in China: waybills by its LINK interface, signed, and its
 * domestic action codes.
 */
package eu.perron.connectors.cainiao;
