package eu.perron.freight;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.freight.AirConsignment.State;
import eu.perron.freight.MasterWaybill.LotMark;
import eu.perron.freight.Timetable.Schedule;
import eu.perron.trade.AirWaybillNumber;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.MilestoneCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A number from the airline's stock, the closed list, and the papers the airline gets. */
@Component
class AirlineHandOver {
  /** A lot as sellers write it into a description; its code is in capitals. */
  private static final Pattern LOT = Pattern.compile("\\b[Ll](?:ot|OT) ([A-Z0-9]{2,20})\\b");

  private final JdbcClient jdbc;
  private final Consignments consignments;
  private final Houses houses;
  private final Timetable timetable;
  private final Outbox outbox;
  private final FlightFollowing following;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AirlineHandOver(
      JdbcClient jdbc,
      Consignments consignments,
      Houses houses,
      Timetable timetable,
      Outbox outbox,
      FlightFollowing following,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.houses = houses;
    this.timetable = timetable;
    this.outbox = outbox;
    this.following = following;
    this.events = events;
    this.clock = clock;
  }

  void reserve(String number) {
    AirConsignment consignment = consignments.lock(number);
    if (consignment.awb() == null) {
      jdbc.sql("UPDATE air_consignment SET awb = :awb WHERE number = :number")
          .param("awb", takeFromStock(scheduleOf(number).awbPrefix()).value())
          .param("number", number)
          .update();
    }
  }

  boolean close(String number) {
    jdbc.sql(
            "UPDATE air_consignment SET state = 'CLOSED', open_slot = NULL "
                + "WHERE number = :number AND state IN ('OPEN', 'CUT_OFF')")
        .param("number", number)
        .update();
    AirConsignment consignment = consignments.weigh(number);
    if (consignment.houses() == 0) {
      consignments.become(number, State.EMPTY);
      return true;
    }
    Instant now = clock.instant();
    following.closed(number, now, consignment.origin());
    events.publishEvent(
        ConsignmentMilestone.of(number, MilestoneCode.MAWB_CLOSED, now, "freight")
            .at(consignment.origin())
            .noting(consignment.awb()));
    return false;
  }

  /**
   * @return whether nothing is left to fly
   */
  boolean toAirline(String number) {
    AirConsignment consignment = consignments.weigh(number);
    if (consignment.houses() == 0) {
      consignments.become(number, State.EMPTY);
      return true;
    }
    if (consignment.attempt() == 0) {
      consignments.become(number, State.HANDED_OVER);
      send(number, consignment.flight(), consignment.flightDate());
    }
    return false;
  }

  boolean hasLeft(String number) {
    return jdbc.sql("SELECT told_departed FROM air_consignment WHERE number = :number")
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  void rebook(String number, String flight, LocalDate date) {
    AirConsignment consignment = consignments.weigh(number);
    String wanted =
        flight == null || flight.isBlank()
            ? consignment.flight()
            : FlightNumber.normalise(flight)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "%s is no flight number: two characters of the carrier and up to four digits"
                                .formatted(flight)));
    LocalDate day = date == null ? consignment.flightDate() : date;
    jdbc.sql(
            "DELETE FROM air_status WHERE consignment_number = :number AND discrepancy = 'OFLD' "
                + "AND flight = :flight AND flight_date = :day")
        .param("number", number)
        .param("flight", wanted)
        .param("day", day)
        .update();
    send(number, wanted, day);
  }

  private void send(String number, String flight, LocalDate day) {
    jdbc.sql(
            "UPDATE air_consignment SET attempt = attempt + 1, flight = :flight, flight_date ="
                + " :day, airline = LEFT(:flight, 2) WHERE number = :number")
        .param("flight", flight)
        .param("day", day)
        .param("number", number)
        .update();
    AirConsignment consignment = consignments.lock(number);
    jdbc.sql(
            "INSERT INTO air_booking (consignment_number, attempt, flight, flight_date) "
                + "VALUES (:number, :attempt, :flight, :day)")
        .param("number", number)
        .param("attempt", consignment.attempt())
        .param("flight", flight)
        .param("day", day)
        .update();
    List<House> aboard = houses.aboard(number);
    String key = number + "-" + consignment.attempt();
    outbox.postAll(
        List.of(
            new Letter(Partner.AIRLINE, "fwb", key, number, waybill(consignment, aboard)),
            new Letter(Partner.AIRLINE, "fhl", key, number, manifest(consignment, aboard))));
    following.follow(consignment);
  }

  private MasterWaybill waybill(AirConsignment to, List<House> aboard) {
    Schedule schedule = scheduleOf(to.number());
    Instant now = clock.instant();
    return new MasterWaybill(
        to.number(),
        to.attempt(),
        to.awb(),
        to.origin(),
        to.destination(),
        to.airline(),
        to.flight(),
        to.flightDate(),
        to.pieces(),
        to.weightKg(),
        to.cargoAircraftOnly(),
        schedule.ratePerKg(),
        schedule.currency(),
        timetable.officeAt(to.origin()),
        timetable.officeAt(to.destination()),
        now,
        now.atZone(timetable.zoneOf(to.origin())).toLocalDate(),
        aboard.stream().flatMap(AirlineHandOver::marks).toList());
  }

  private HouseManifest manifest(AirConsignment to, List<House> aboard) {
    return new HouseManifest(
        to.number(),
        to.attempt(),
        to.awb(),
        to.origin(),
        to.destination(),
        to.pieces(),
        to.weightKg(),
        timetable.officeAt(to.origin()).teletype(),
        to.airline(),
        clock.instant(),
        aboard.stream()
            .map(
                house ->
                    new HouseManifest.Entry(
                        house.orderNumber(),
                        house.pieces(),
                        roundedUp(house.weightKg()),
                        house.goods(),
                        house.hsCodes(),
                        house.mrn()))
            .toList());
  }

  private static java.util.stream.Stream<LotMark> marks(House house) {
    Matcher lots = LOT.matcher(house.goods());
    return lots.results()
        .map(lot -> lot.group(1))
        .distinct()
        .map(lot -> new LotMark(house.orderNumber(), house.pieces(), lot));
  }

  private static BigDecimal roundedUp(BigDecimal weightKg) {
    return weightKg.setScale(1, RoundingMode.CEILING);
  }

  private Schedule scheduleOf(String number) {
    return timetable.schedule(
        jdbc.sql("SELECT schedule_id FROM air_consignment WHERE number = :number")
            .param("number", number)
            .query(Integer.class)
            .single());
  }

  private AirWaybillNumber takeFromStock(String prefix) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    record Range(int id, int next) {}
    Range range =
        jdbc.sql(
                "SELECT id, next_root FROM air_waybill_stock WHERE awb_prefix = :prefix AND"
                    + " next_root <= last_root AND valid_from <= :day AND (valid_to IS NULL OR"
                    + " valid_to >= :day) ORDER BY valid_from, id LIMIT 1 FOR UPDATE")
            .param("prefix", prefix)
            .param("day", day)
            .query((row, at) -> new Range(row.getInt("id"), row.getInt("next_root")))
            .optional()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The stock of air waybill numbers of %s is used up: add a range to air_waybill_stock"
                            .formatted(prefix)));
    jdbc.sql("UPDATE air_waybill_stock SET next_root = next_root + 1 WHERE id = :id")
        .param("id", range.id())
        .update();
    return AirWaybillNumber.of(prefix, "%07d".formatted(range.next()));
  }
}
