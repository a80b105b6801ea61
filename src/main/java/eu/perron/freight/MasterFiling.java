package eu.perron.freight;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.house.Seal;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What advance security is told by master: the completion before arrival, and the arrival. */
@Component
class MasterFiling {
  /** So many houses a message. */
  private static final int HOUSES = 2000;

  private static final String COMPLETION = "ENM";
  private static final String ARRIVAL = "ENA";

  private final JdbcClient jdbc;
  private final Consignments consignments;
  private final Houses houses;
  private final Timetable timetable;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Seal seal;
  private final Clock clock;

  MasterFiling(
      JdbcClient jdbc,
      Consignments consignments,
      Houses houses,
      Timetable timetable,
      Outbox outbox,
      ApplicationEventPublisher events,
      Seal seal,
      Clock clock) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.houses = houses;
    this.timetable = timetable;
    this.outbox = outbox;
    this.events = events;
    this.seal = seal;
    this.clock = clock;
  }

  /** Files it anew each time; where no entry summary is due, it is complete at once. */
  void complete(String number) {
    // Not locked: whoever hears of a flight locks it before the wait that this step has just left.
    AirConsignment flying = consignments.find(number).orElseThrow();
    if (!isDue(number)) {
      events.publishEvent(new CompletionAnswered(number, true));
      return;
    }
    int round = lastRound(number) + 1;
    List<String> aboard = houses.ordersIn(number, EnumSet.of(House.State.ABOARD));
    Office declarant = timetable.officeAt(flying.destination());
    Instant now = clock.instant();
    List<Letter> letters = new ArrayList<>();
    for (int from = 0; from < aboard.size() || from == 0; from += HOUSES) {
      String lrn = "%s%s%02d%03d".formatted(COMPLETION, number, round, letters.size() + 1);
      keep(lrn, number, "COMPLETION", round, now);
      letters.add(
          new Letter(
              Partner.ICS2,
              "completion",
              lrn,
              number,
              new MasterSummary(
                  lrn,
                  flying.awb(),
                  flying.origin(),
                  flying.destination(),
                  flying.flight(),
                  flying.flightDate(),
                  aboard.subList(from, Math.min(aboard.size(), from + HOUSES)),
                  declarant,
                  now)));
    }
    outbox.postAll(letters);
  }

  /** Once a flight. */
  void arrived(String number) {
    AirConsignment landed = consignments.find(number).orElseThrow();
    String lrn = ARRIVAL + number + "01";
    if (!isDue(number) || exists(lrn)) {
      return;
    }
    Instant now = clock.instant();
    keep(lrn, number, "ARRIVAL", 1, now);
    outbox.post(
        new Letter(
            Partner.ICS2,
            "arrival",
            lrn,
            number,
            new ArrivalNotice(
                lrn,
                landed.awb(),
                landed.flight(),
                landed.flightDate(),
                landed.destination(),
                landedAt(number, now),
                timetable.officeAt(landed.destination()),
                now)));
  }

  static boolean isOurs(String lrn) {
    return lrn != null && (lrn.startsWith(COMPLETION) || lrn.startsWith(ARRIVAL));
  }

  Outcome apply(EntrySummaryAnswer answer) {
    record Filed(String consignmentNumber, String kind, int round) {}
    Filed filed =
        jdbc.sql(
                "SELECT consignment_number, kind, round FROM freight_master_filing WHERE lrn ="
                    + " :lrn")
            .param("lrn", answer.lrn())
            .query(Filed.class)
            .optional()
            .orElse(null);
    if (filed == null) {
      return Outcome.unmatched("No flight of ours was filed as " + answer.lrn());
    }
    // The last two parts of a completion must see each other.
    consignments.lock(filed.consignmentNumber());
    boolean registered =
        answer.kind() == EntrySummaryAnswer.Kind.REGISTERED
            || answer.kind() == EntrySummaryAnswer.Kind.ARRIVAL_REGISTERED;
    int changed =
        jdbc.sql(
                "UPDATE freight_master_filing SET state = :state, mrn = COALESCE(mrn, :mrn), says ="
                    + " :says WHERE lrn = :lrn AND state <> 'REGISTERED'")
            .param("state", registered ? "REGISTERED" : "NOT_COMPLETE")
            .param("mrn", answer.mrn())
            .param("says", seal.close(answer.keptText()))
            .param("lrn", answer.lrn())
            .update();
    if (changed == 1
        && filed.kind().equals("COMPLETION")
        && filed.round() == lastRound(filed.consignmentNumber())) {
      if (!registered) {
        events.publishEvent(new CompletionAnswered(filed.consignmentNumber(), false));
      } else if (!isOpen(filed.consignmentNumber(), filed.round())) {
        events.publishEvent(new CompletionAnswered(filed.consignmentNumber(), true));
      }
    }
    return Outcome.applied(filed.consignmentNumber());
  }

  private boolean isOpen(String number, int round) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM freight_master_filing WHERE consignment_number = :number "
                + "AND kind = 'COMPLETION' AND round = :round AND state <> 'REGISTERED')")
        .param("number", number)
        .param("round", round)
        .query(Boolean.class)
        .single();
  }

  private int lastRound(String number) {
    return jdbc.sql(
            "SELECT COALESCE(MAX(round), 0) FROM freight_master_filing "
                + "WHERE consignment_number = :number AND kind = 'COMPLETION'")
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  private boolean exists(String lrn) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM freight_master_filing WHERE lrn = :lrn)")
        .param("lrn", lrn)
        .query(Boolean.class)
        .single();
  }

  private void keep(String lrn, String number, String kind, int round, Instant now) {
    jdbc.sql(
            "INSERT INTO freight_master_filing (lrn, consignment_number, kind, round, state,"
                + " filed_at) VALUES (:lrn, :number, :kind, :round, 'FILED', :now)")
        .param("lrn", lrn)
        .param("number", number)
        .param("kind", kind)
        .param("round", round)
        .param("now", Utc.of(now))
        .update();
  }

  private boolean isDue(String number) {
    return jdbc.sql(
            "SELECT s.entry_summary FROM air_schedule s JOIN air_consignment c ON c.schedule_id ="
                + " s.id WHERE c.number = :number")
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  private Instant landedAt(String number, Instant otherwise) {
    return jdbc.sql(
            "SELECT happened_at FROM air_milestone WHERE consignment_number = :number AND code ="
                + " :code")
        .param("number", number)
        .param("code", MilestoneCode.ARR.name())
        .query((row, n) -> Utc.read(row, "happened_at"))
        .optional()
        .orElse(otherwise);
  }
}
