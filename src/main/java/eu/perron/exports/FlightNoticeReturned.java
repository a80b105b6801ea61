package eu.perron.exports;

/**
 * Customs gave back what they were told of a flight: its waybill list or its departure.
 *
 * @param reason which of them, and what customs say
 */
public record FlightNoticeReturned(String consignmentNumber, String reason) {}
