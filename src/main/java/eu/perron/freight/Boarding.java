package eu.perron.freight;

import eu.perron.freight.Timetable.Schedule;
import eu.perron.house.PerronSettings;
import eu.perron.house.Seal;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders come together until the cut-off. Those who join hold a shared lock on the open
 * consignment, so they do not wait for each other; the cut-off waits for all of them. One open
 * consignment for each route and kind of aircraft is kept by a unique key.
 */
@Component
class Boarding {
  private static final Duration DEMONSTRATION_CUT_OFF = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final Timetable timetable;
  private final Houses houses;
  private final Orders orders;
  private final Seal seal;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final boolean demonstration;
  private final double pace;

  Boarding(
      JdbcClient jdbc,
      Timetable timetable,
      Houses houses,
      Orders orders,
      Seal seal,
      ApplicationEventPublisher events,
      Clock clock,
      PerronSettings settings,
      Environment environment) {
    this.jdbc = jdbc;
    this.timetable = timetable;
    this.houses = houses;
    this.orders = orders;
    this.seal = seal;
    this.events = events;
    this.clock = clock;
    this.demonstration =
        settings.demoAccounts() || environment.acceptsProfiles(Profiles.of("simulators"));
    this.pace = settings.demo().pace();
  }

  String join(String orderNumber) {
    Optional<House> already = houses.find(orderNumber);
    if (already.isPresent()) {
      return already.get().consignmentNumber();
    }
    Order order = orders.get(orderNumber);
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String consignment =
        openConsignment(
            timetable.routeOf(order.lane(), day), timetable.needsCargoAircraft(order, day), day);
    board(order, consignment);
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.BAGGED, clock.instant(), "freight")
            .on(Milestone.Level.BAG)
            .noting(consignment));
    return consignment;
  }

  /** Consignments whose cut-off is due. */
  List<String> due() {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            SELECT number FROM air_consignment c
             WHERE state = 'OPEN' AND cut_off_at <= :now
               AND (quiet_ms = 0 OR NOT EXISTS (SELECT 1 FROM freight_house h WHERE h.consignment_number = c.number
                     AND h.joined_at > :now - INTERVAL c.quiet_ms * 1000 MICROSECOND))
            """)
        .param("now", Utc.of(now))
        .query(String.class)
        .list();
  }

  /**
   * Alone in its transaction: it waits for those who are just joining, and two waits at once could
   * cross theirs.
   */
  @Transactional
  public void reachCutOff(String number) {
    int closed =
        jdbc.sql(
                "UPDATE air_consignment SET state = 'CUT_OFF', open_slot = NULL "
                    + "WHERE number = :number AND state = 'OPEN' AND cut_off_at <= :now")
            .param("number", number)
            .param("now", Utc.of(clock.instant()))
            .update();
    if (closed == 1) {
      events.publishEvent(new CutOffReached(number));
    }
  }

  private String openConsignment(String route, boolean cargoAircraftOnly, LocalDate day) {
    String slot = route + (cargoAircraftOnly ? "/C" : "/P");
    for (int attempt = 0; attempt < 10; attempt++) {
      Optional<String> open =
          jdbc.sql("SELECT number FROM air_consignment WHERE open_slot = :slot LOCK IN SHARE MODE")
              .param("slot", slot)
              .query(String.class)
              .optional();
      if (open.isPresent()) {
        return open.get();
      }
      String number = nextNumber(day);
      if (insert(number, slot, route, cargoAircraftOnly, day)) {
        events.publishEvent(new ConsignmentOpened(number));
        return number;
      }
    }
    throw new IllegalStateException(
        "The open consignment of " + slot + " closed ten times while an order joined it");
  }

  private String nextNumber(LocalDate day) {
    long next = jdbc.sql("SELECT NEXT VALUE FOR air_consignment_number").query(Long.class).single();
    return "C%02d%06d".formatted(day.getYear() % 100, next);
  }

  private boolean insert(
      String number, String slot, String route, boolean cargoAircraftOnly, LocalDate day) {
    Schedule schedule = timetable.scheduleFor(route, cargoAircraftOnly, day);
    ZoneId zone = timetable.zoneOf(schedule.origin());
    Instant now = clock.instant();
    Instant cutOff;
    LocalDate flightDate;
    if (demonstration) {
      cutOff =
          now.plus(
              pace == 0
                  ? QUIET
                  : Duration.ofMillis(Math.round(DEMONSTRATION_CUT_OFF.toMillis() * pace)));
      flightDate = cutOff.atZone(zone).toLocalDate();
    } else {
      ZonedDateTime departure = schedule.nextDeparture(now, zone);
      cutOff = departure.minus(schedule.cutOffBefore()).toInstant();
      flightDate = departure.toLocalDate();
    }
    return jdbc.sql(
                """
            INSERT IGNORE INTO air_consignment (number, route, cargo_aircraft_only, open_slot, schedule_id, state,
              opened_at, cut_off_at, quiet_ms, airline, flight, flight_date, origin, destination)
            VALUES (:number, :route, :cargo, :slot, :schedule, 'OPEN', :now, :cutOff, :quiet, :airline, :flight,
              :flightDate, :origin, :destination)
            """)
            .param("number", number)
            .param("route", route)
            .param("cargo", cargoAircraftOnly)
            .param("slot", slot)
            .param("schedule", schedule.id())
            .param("now", Utc.of(now))
            .param("cutOff", Utc.of(cutOff))
            .param("quiet", demonstration && pace == 0 ? QUIET.toMillis() : 0)
            .param("airline", schedule.airline())
            .param("flight", schedule.flight())
            .param("flightDate", flightDate)
            .param("origin", schedule.origin())
            .param("destination", schedule.destination())
            .update()
        == 1;
  }

  private void board(Order order, String consignment) {
    String hsCodes =
        order.lines().stream()
            .map(OrderLine::hsCode)
            .map(code -> code.length() > 6 ? code.substring(0, 6) : code)
            .distinct()
            .limit(60)
            .collect(Collectors.joining(" "));
    String goods = order.goods();
    Trader.Pair traders =
        new Trader.Pair(Trader.of(order.consignor()), Trader.of(order.consignee()));
    jdbc.sql(
            """
            INSERT INTO freight_house (order_number, consignment_number, joined_at, pieces, weight_kg, goods, hs_codes,
              traders, state, security)
            VALUES (:order, :consignment, :now, :pieces, :weight, :goods, :hsCodes, :traders, 'ABOARD', 'NONE')
            """)
        .param("order", order.number())
        .param("consignment", consignment)
        .param("now", Utc.of(clock.instant()))
        .param("pieces", Math.max(1, order.parcels().size()))
        .param("weight", order.grossWeightKg())
        .param("goods", goods.length() > 2000 ? goods.substring(0, 2000) : goods)
        .param("hsCodes", hsCodes)
        .param("traders", seal.closeDocument(traders))
        .update();
  }
}
