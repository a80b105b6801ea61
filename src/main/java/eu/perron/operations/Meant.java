package eu.perron.operations;

import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.tracking.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders and the consignment that a typed number may mean, with enough to recognise them by.
 */
@Component
@Transactional(readOnly = true)
class Meant {
  private static final int MOST = 10;
  private final Numbers numbers;
  private final Orders orders;
  private final JdbcClient jdbc;

  Meant(Numbers numbers, Orders orders, JdbcClient jdbc) {
    this.numbers = numbers;
    this.orders = orders;
    this.jdbc = jdbc;
  }

  /**
   * @param order null if it is a consignment
   * @param flight of the consignment, or of the one the order is in; null if there is none yet
   * @param numbers as it may be named to whoever must know it: the most exact first
   */
  record Target(String number, Order order, Flight flight, List<String> numbers) {}

  record Flight(
      String number, String awb, String flight, LocalDate flightDate, String state, int houses) {}

  List<Target> by(String typed) {
    return Stream.concat(
            numbers.consignment(typed).stream().map(this::consignment),
            numbers.orders(typed).stream().limit(MOST).flatMap(number -> order(number, typed)))
        .toList();
  }

  private Target consignment(String number) {
    return new Target(number, null, flight(number).orElse(null), List.of(number));
  }

  private Stream<Target> order(String number, String typed) {
    Optional<Flight> flight = numbers.consignmentOf(number).flatMap(this::flight);
    List<String> names = new ArrayList<>();
    names.add(number);
    orders
        .numberOfParcel(Numbers.plain(typed))
        .ifPresent(ofParcel -> names.add(Numbers.plain(typed)));
    flight.ifPresent(flown -> names.add(flown.number()));
    return orders.find(number).stream()
        .map(order -> new Target(number, order, flight.orElse(null), List.copyOf(names)));
  }

  private Optional<Flight> flight(String number) {
    return jdbc.sql(
            "SELECT number, awb, flight, flight_date, state, houses FROM air_consignment WHERE number = :number")
        .param("number", number)
        .query(Flight.class)
        .optional();
  }
}
