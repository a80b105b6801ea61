package eu.perron.exports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * A flight, and the orders that fly with it.
 *
 * @param flightDate of the scheduled departure, local to the origin
 * @param orderNumbers which are the numbers of the house air waybills
 */
public record FlightOfOrders(
    String consignmentNumber,
    String masterWaybill,
    String flight,
    LocalDate flightDate,
    Collection<String> orderNumbers) {
  List<String> numbers() {
    return orderNumbers.stream().distinct().sorted().toList();
  }
}
