package eu.perron.freight;

import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.freight.StatusLine.Leg;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.MilestoneCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every status line of the airline once, derives how far the consignment has come from all of
 * them, and tells what was not told yet, in the order in which it must have happened.
 */
@Component
class FlightFollowing {
  private static final Logger log = LoggerFactory.getLogger(FlightFollowing.class);

  private final JdbcClient jdbc;
  private final Consignments consignments;
  private final Timetable timetable;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FlightFollowing(
      JdbcClient jdbc,
      Consignments consignments,
      Timetable timetable,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.timetable = timetable;
    this.events = events;
    this.clock = clock;
  }

  Outcome apply(FlightStatus status) {
    Optional<AirConsignment> flown = consignments.lockByWaybill(status.awb());
    if (flown.isEmpty()) {
      return Outcome.unmatched("No consignment flies under air waybill " + status.awb());
    }
    keep(status, flown.get());
    follow(flown.get());
    return Outcome.applied(flown.get().number());
  }

  Outcome apply(AirlineAcknowledgement acknowledgement) {
    Optional<AirConsignment> flown =
        Optional.ofNullable(acknowledgement.awb()).flatMap(consignments::lockByWaybill);
    if (flown.isEmpty()) {
      return Outcome.unmatched(
          "No consignment flies under the air waybill of this acknowledgement");
    }
    AirConsignment consignment = flown.get();
    boolean current =
        acknowledgement.reference() == null
            || acknowledgement
                .reference()
                .equals(consignment.number() + "-" + consignment.attempt());
    if (acknowledgement.taken() || !current) {
      return Outcome.applied(consignment.number());
    }
    int told =
        jdbc.sql(
                "UPDATE air_consignment SET told_rejected = attempt WHERE number = :number "
                    + "AND told_rejected < attempt AND told_booked < attempt")
            .param("number", consignment.number())
            .update();
    if (told == 1) {
      events.publishEvent(new FlightNews.Rejected(consignment.number(), acknowledgement.text()));
    } else {
      log.warn(
          "The airline refused a {} of {} after it had booked or refused it: {}",
          acknowledgement.message(),
          consignment.number(),
          acknowledgement.text());
    }
    return Outcome.applied(consignment.number());
  }

  Match<FlightStatus> match(FlightStatus status, String number) {
    return consignments
        .meant(number)
        .map(
            meant ->
                meant.awb() == null
                    ? Match.<FlightStatus>impossible(
                        "Consignment " + meant.number() + " has no air waybill yet")
                    : Match.to(status.under(meant.awb()), meant.awb()))
        .orElseGet(() -> Match.impossible(nothingFlies(number)));
  }

  Match<AirlineAcknowledgement> match(AirlineAcknowledgement acknowledgement, String number) {
    return consignments
        .meant(number)
        .map(
            meant ->
                meant.awb() == null
                    ? Match.<AirlineAcknowledgement>impossible(
                        "Consignment " + meant.number() + " has no air waybill yet")
                    : Match.to(
                        acknowledgement.of(meant.awb(), meant.number() + "-" + meant.attempt()),
                        meant.awb()))
        .orElseGet(() -> Match.impossible(nothingFlies(number)));
  }

  private static String nothingFlies(String number) {
    return "No consignment is " + number + ", and no order of that number is in one";
  }

  /** The caller holds the consignment's row. */
  void follow(AirConsignment consignment) {
    String number = consignment.number();
    FlightProgress progress =
        FlightProgress.of(
            lines(number),
            new Leg(consignment.flight(), consignment.flightDate()),
            consignment.origin(),
            consignment.destination(),
            consignment.pieces());
    progress.reached().forEach((code, at) -> tell(consignment, code, at));
    report(number, progress.missing());
    int attempt = consignment.attempt();
    if (attempt == 0) {
      return;
    }
    if (progress.booked() || progress.offloaded()) {
      tellOncePerAttempt(number, "told_booked", new FlightNews.Booked(number));
    }
    if (progress.offloaded()) {
      tellOncePerAttempt(number, "told_offloaded", new FlightNews.Offloaded(number));
    }
    boolean waitsForAnotherFlight =
        jdbc.sql("SELECT told_offloaded = attempt FROM air_consignment WHERE number = :number")
            .param("number", number)
            .query(Boolean.class)
            .single();
    if (waitsForAnotherFlight) {
      return;
    }
    if (progress.departed()) {
      tellOnce(number, "told_departed", new FlightNews.Departed(number));
    }
    if (progress.landed()) {
      tellOnce(number, "told_landed", new FlightNews.Landed(number));
    }
    if (progress.brokenDown()) {
      tellOnce(number, "told_broken_down", new FlightNews.BrokenDown(number));
    }
  }

  /** What the airline tells of the same minute happened after it. */
  void closed(String number, Instant at, String place) {
    jdbc.sql(
            "INSERT IGNORE INTO air_milestone (consignment_number, code, happened_at, place) "
                + "VALUES (:number, :code, :at, :place)")
        .param("number", number)
        .param("code", MilestoneCode.MAWB_CLOSED.name())
        .param("at", Utc.of(at))
        .param("place", place)
        .update();
  }

  private void keep(FlightStatus status, AirConsignment consignment) {
    Instant now = clock.instant();
    StatusLine line =
        StatusClock.read(
            status,
            bookings(consignment),
            timetable.zoneOf(status.station() == null ? consignment.origin() : status.station()),
            now);
    jdbc.sql(
            """
            INSERT IGNORE INTO air_status (consignment_number, line_key, code, flight, flight_date, happened_at,
              station, extent, pieces, weight_kg, discrepancy, houses, raw, received_at)
            VALUES (:number, :key, :code, :flight, :flightDate, :at, :station, :extent, :pieces, :weight, :discrepancy,
              :houses, :raw, :now)
            """)
        .param("number", consignment.number())
        .param("key", hash(status.raw() + "|" + status.houses()))
        .param("code", line.code())
        .param("flight", line.leg().flight())
        .param("flightDate", line.leg().date())
        .param("at", Utc.of(line.at()))
        .param("station", line.station())
        .param("extent", line.extent())
        .param("pieces", line.pieces())
        .param("weight", status.weightKg())
        .param("discrepancy", line.discrepancy())
        .param("houses", String.join(" ", status.houses()))
        .param("raw", status.raw())
        .param("now", Utc.of(now))
        .update();
  }

  /** The flights it was booked on; before the hand-over the one it is meant for. */
  private List<Leg> bookings(AirConsignment consignment) {
    List<Leg> booked =
        jdbc.sql(
                "SELECT flight, flight_date FROM air_booking WHERE consignment_number = :number ORDER BY attempt")
            .param("number", consignment.number())
            .query(
                (row, at) ->
                    new Leg(row.getString("flight"), row.getObject("flight_date", LocalDate.class)))
            .list();
    return booked.isEmpty()
        ? List.of(new Leg(consignment.flight(), consignment.flightDate()))
        : booked;
  }

  private List<StatusLine> lines(String number) {
    return jdbc.sql("SELECT * FROM air_status WHERE consignment_number = :number")
        .param("number", number)
        .query((row, at) -> line(row))
        .list();
  }

  private static StatusLine line(ResultSet row) throws SQLException {
    String houses = row.getString("houses");
    return new StatusLine(
        row.getString("code"),
        new Leg(row.getString("flight"), row.getObject("flight_date", LocalDate.class)),
        Utc.read(row, "happened_at"),
        row.getString("station"),
        row.getString("extent"),
        row.getObject("pieces", Integer.class),
        row.getString("discrepancy"),
        houses.isBlank() ? Set.of() : Set.copyOf(List.of(houses.strip().split("\\s+"))));
  }

  /** Only houses still aboard: what was presented or traced since is a person's to judge. */
  private void report(String number, Set<String> missing) {
    jdbc.sql(
            "UPDATE freight_house SET reported_missing = order_number IN (:missing) "
                + "WHERE consignment_number = :number AND state = 'ABOARD'")
        .param("missing", missing.isEmpty() ? Set.of("") : missing)
        .param("number", number)
        .update();
  }

  /**
   * Airline messages know minutes only: what comes after a milestone in the same minute did not
   * happen before it.
   */
  private void tell(AirConsignment consignment, MilestoneCode code, Instant at) {
    Instant latest =
        jdbc.sql(
                "SELECT MAX(happened_at) AS latest FROM air_milestone WHERE consignment_number = :number")
            .param("number", consignment.number())
            .query((row, index) -> Optional.ofNullable(Utc.read(row, "latest")))
            .single()
            .orElse(at);
    Instant then =
        at.isBefore(latest) && !at.isBefore(latest.truncatedTo(ChronoUnit.MINUTES)) ? latest : at;
    String place =
        code == MilestoneCode.RCS || code == MilestoneCode.DEP
            ? consignment.origin()
            : consignment.destination();
    int first =
        jdbc.sql(
                "INSERT IGNORE INTO air_milestone (consignment_number, code, happened_at, place) "
                    + "VALUES (:number, :code, :at, :place)")
            .param("number", consignment.number())
            .param("code", code.name())
            .param("at", Utc.of(then))
            .param("place", place)
            .update();
    if (first == 1) {
      events.publishEvent(
          ConsignmentMilestone.of(consignment.number(), code, then, "airline")
              .at(place)
              .noting(consignment.awb()));
    }
  }

  private void tellOncePerAttempt(String number, String told, FlightNews news) {
    if (jdbc.sql(
                "UPDATE air_consignment SET "
                    + told
                    + " = attempt WHERE number = :number AND "
                    + told
                    + " < attempt")
            .param("number", number)
            .update()
        == 1) {
      events.publishEvent(news);
    }
  }

  private void tellOnce(String number, String told, FlightNews news) {
    if (jdbc.sql(
                "UPDATE air_consignment SET "
                    + told
                    + " = TRUE WHERE number = :number AND NOT "
                    + told)
            .param("number", number)
            .update()
        == 1) {
      events.publishEvent(news);
    }
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
