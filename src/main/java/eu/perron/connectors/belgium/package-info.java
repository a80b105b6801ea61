/**
 * Belgian customs' import system (IDMS): XML over HTTP, a receipt at once, answers by call-back.
 */
package eu.perron.connectors.belgium;
