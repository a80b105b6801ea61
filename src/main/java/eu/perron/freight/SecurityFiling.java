package eu.perron.freight;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.freight.AirConsignment.State;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entry summaries by house; {@link EntrySummaryAnswerHandler} hears what the authority says.
 */
@Component
class SecurityFiling {
  private final JdbcClient jdbc;
  private final Consignments consignments;
  private final Houses houses;
  private final Timetable timetable;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SecurityFiling(
      JdbcClient jdbc,
      Consignments consignments,
      Houses houses,
      Timetable timetable,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.houses = houses;
    this.timetable = timetable;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  void file(String number) {
    AirConsignment consignment = consignments.lock(number);
    consignments.become(number, State.CLOSED, State.FILED);
    boolean due =
        jdbc.sql(
                "SELECT s.entry_summary FROM air_schedule s JOIN air_consignment c ON c.schedule_id"
                    + " = s.id WHERE c.number = :number")
            .param("number", number)
            .query(Boolean.class)
            .single();
    if (!due) {
      jdbc.sql(
              "UPDATE freight_house SET security = 'ASSESSED', security_open = FALSE "
                  + "WHERE consignment_number = :number AND security_open")
          .param("number", number)
          .update();
    } else {
      jdbc.sql(
              "UPDATE freight_house SET security = 'FILED', filings = 1, lrn = CONCAT('ENS',"
                  + " order_number, '01') WHERE consignment_number = :number AND state = 'ABOARD'"
                  + " AND security = 'NONE'")
          .param("number", number)
          .update();
      Office declarant = timetable.officeAt(consignment.destination());
      outbox.postAll(
          houses.aboard(number).stream()
              .filter(house -> house.security() == House.Security.FILED)
              .map(house -> filing(house, consignment, declarant))
              .toList());
    }
    clear(number);
  }

  /**
   * An answer to a question goes to the authority; after a refused filing it is the better
   * description, filed anew.
   */
  void answer(String orderNumber, String text, String method) {
    House house =
        houses
            .find(orderNumber)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("Order " + orderNumber + " is in no consignment"));
    AirConsignment consignment = consignments.find(house.consignmentNumber()).orElseThrow();
    Office declarant = timetable.officeAt(consignment.destination());
    if (house.security() == House.Security.ASKED) {
      boolean screening = isToBeScreened(orderNumber);
      if (screening && (method == null || method.isBlank())) {
        throw new IllegalArgumentException(
            "Advance security wants it screened: say how it was screened.");
      }
      jdbc.sql(
              "UPDATE freight_house SET security = 'ANSWERED', answers = answers + 1 WHERE"
                  + " order_number = :order")
          .param("order", orderNumber)
          .update();
      int answers =
          jdbc.sql("SELECT answers FROM freight_house WHERE order_number = :order")
              .param("order", orderNumber)
              .query(Integer.class)
              .single();
      outbox.post(
          new Letter(
              Partner.ICS2,
              "information-response",
              house.lrn() + "-" + answers,
              orderNumber,
              new SecurityAnswer(
                  house.lrn(),
                  house.mrn(),
                  orderNumber,
                  answers,
                  text,
                  screening ? method : null,
                  declarant,
                  clock.instant())));
    } else if (house.security() == House.Security.REFUSED) {
      jdbc.sql(
              "UPDATE freight_house SET security = 'FILED', filings = filings + 1, question = NULL,"
                  + " goods = :goods, lrn = CONCAT('ENS', order_number, LPAD(filings, 2, '0'))"
                  + " WHERE order_number = :order")
          .param("goods", text.length() > 2000 ? text.substring(0, 2000) : text)
          .param("order", orderNumber)
          .update();
      outbox.post(filing(houses.find(orderNumber).orElseThrow(), consignment, declarant));
    }
  }

  private boolean isToBeScreened(String orderNumber) {
    return jdbc.sql("SELECT referral = 'RFS' FROM freight_house WHERE order_number = :order")
        .param("order", orderNumber)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** What will not fly need not be known: a registered filing is asked to be invalidated. */
  void withdraw(String orderNumber, String reason) {
    House house = houses.find(orderNumber).orElseThrow();
    if (house.mrn() == null || house.security() == House.Security.DO_NOT_LOAD) {
      return;
    }
    AirConsignment consignment = consignments.find(house.consignmentNumber()).orElseThrow();
    outbox.post(
        new Letter(
            Partner.ICS2,
            "invalidation",
            house.lrn(),
            orderNumber,
            new FilingWithdrawn(
                house.lrn(),
                house.mrn(),
                orderNumber,
                reason,
                timetable.officeAt(consignment.destination()),
                clock.instant())));
  }

  void pullUnassessed(String number) {
    consignments.lock(number);
    List<String> open =
        jdbc.sql(
                "SELECT order_number FROM freight_house WHERE consignment_number = :number "
                    + "AND security_open AND state = 'ABOARD' ORDER BY order_number FOR UPDATE")
            .param("number", number)
            .query(String.class)
            .list();
    jdbc.sql(
            "UPDATE freight_house SET state = 'PULLED', security_open = FALSE "
                + "WHERE consignment_number = :number AND security_open AND state = 'ABOARD'")
        .param("number", number)
        .update();
    consignments.become(number, State.FILED, State.CLEARED);
    if (!open.isEmpty()) {
      events.publishEvent(new HousesPulled(number, open));
    }
  }

  /**
   * Two last answers in two transactions at once cannot see each other: {@link FreightSweep} looks
   * again.
   */
  List<String> cleared() {
    return jdbc.sql(
            "SELECT number FROM air_consignment c WHERE state = 'FILED' AND NOT EXISTS (SELECT 1 "
                + "FROM freight_house h WHERE h.consignment_number = c.number AND h.security_open)")
        .query(String.class)
        .list();
  }

  @Transactional
  public void clear(String number) {
    boolean open =
        jdbc.sql(
                "SELECT EXISTS (SELECT 1 FROM freight_house WHERE consignment_number = :number "
                    + "AND security_open)")
            .param("number", number)
            .query(Boolean.class)
            .single();
    if (!open && consignments.become(number, State.FILED, State.CLEARED)) {
      events.publishEvent(new SecurityCleared(number));
    }
  }

  private Letter filing(House house, AirConsignment consignment, Office declarant) {
    return new Letter(
        Partner.ICS2,
        "entry-summary",
        house.lrn(),
        house.orderNumber(),
        EntrySummary.of(
            house.lrn(), house, Particulars.of(house), consignment, declarant, clock.instant()));
  }
}
