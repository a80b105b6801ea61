package eu.perron.freight;

import eu.perron.freight.AirConsignment.State;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Air freight. Verbs with an order number concern one house, those with a consignment number all
 * that flies together. Each may be repeated: it does its work once.
 */
@Component
@Transactional
public class Freight {
  private final Boarding boarding;
  private final AirlineHandOver handOver;
  private final SecurityFiling filing;
  private final MasterFiling masters;
  private final Consignments consignments;
  private final Houses houses;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Freight(
      Boarding boarding,
      AirlineHandOver handOver,
      SecurityFiling filing,
      MasterFiling masters,
      Consignments consignments,
      Houses houses,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.boarding = boarding;
    this.handOver = handOver;
    this.filing = filing;
    this.masters = masters;
    this.consignments = consignments;
    this.houses = houses;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** Joins the open consignment of the order's lane and kind of aircraft, or opens one. */
  public String join(String orderNumber) {
    return boarding.join(orderNumber);
  }

  @Transactional(readOnly = true)
  public Optional<AirConsignment> consignmentOf(String orderNumber) {
    return houses.find(orderNumber).flatMap(house -> consignments.find(house.consignmentNumber()));
  }

  /** No more than the number: one column, by the primary key. */
  @Transactional(readOnly = true)
  public Optional<String> consignmentNumberOf(String orderNumber) {
    return jdbc.sql("SELECT consignment_number FROM freight_house WHERE order_number = :order")
        .param("order", orderNumber)
        .query(String.class)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<AirConsignment> consignment(String consignmentNumber) {
    return consignments.find(consignmentNumber);
  }

  @Transactional(readOnly = true)
  public Optional<House> house(String orderNumber) {
    return houses.find(orderNumber);
  }

  /** The houses that fly, or flew: not those that were pulled. */
  @Transactional(readOnly = true)
  public List<String> ordersAboard(String consignmentNumber) {
    return houses.ordersIn(
        consignmentNumber,
        EnumSet.of(
            House.State.ABOARD, House.State.PRESENTED, House.State.MISSING, House.State.LOST));
  }

  @Transactional(readOnly = true)
  public List<String> presentOrders(String consignmentNumber) {
    return houses.ordersIn(consignmentNumber, EnumSet.of(House.State.PRESENTED));
  }

  /** What lies in temporary storage, or lay there. */
  @Transactional(readOnly = true)
  public List<House> presented(String consignmentNumber) {
    return houses.presented(consignmentNumber);
  }

  /**
   * @return empty as long as the airline said no time
   */
  @Transactional(readOnly = true)
  public Optional<Instant> departedAt(String consignmentNumber) {
    return jdbc.sql(
            "SELECT happened_at FROM air_milestone WHERE consignment_number = :number AND code ="
                + " 'DEP'")
        .param("number", consignmentNumber)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Takes a master air waybill number from the airline's stock. */
  public void reserve(String consignmentNumber) {
    handOver.reserve(consignmentNumber);
  }

  /**
   * @return whether nobody joined, so that nothing flies
   */
  public boolean close(String consignmentNumber) {
    return handOver.close(consignmentNumber);
  }

  /** One entry summary for each house; where none is due, security is clear at once. */
  public void fileEntrySummaries(String consignmentNumber) {
    filing.file(consignmentNumber);
  }

  /** Houses nobody assessed stay behind: {@link HousesPulled} names them. */
  public void pullUnassessed(String consignmentNumber) {
    filing.pullUnassessed(consignmentNumber);
  }

  /**
   * @return whether nothing is left to fly
   */
  public boolean handToAirline(String consignmentNumber) {
    return handOver.toAirline(consignmentNumber);
  }

  /**
   * Hands the same air waybill over again, on another flight or mended.
   *
   * @param flight null: the same
   * @param date of the scheduled departure, local to the origin; null: the same
   */
  public void rebook(String consignmentNumber, String flight, LocalDate date) {
    handOver.rebook(consignmentNumber, flight, date);
  }

  /** After break-down: houses that the airline named as missing did not come. */
  public void count(String consignmentNumber) {
    consignments.lock(consignmentNumber);
    List<String> missing =
        jdbc.sql(
                "SELECT order_number FROM freight_house WHERE consignment_number = :number "
                    + "AND state = 'ABOARD' AND reported_missing ORDER BY order_number")
            .param("number", consignmentNumber)
            .query(String.class)
            .list();
    if (!missing.isEmpty()) {
      jdbc.sql(
              "UPDATE freight_house SET state = 'MISSING' WHERE consignment_number = :number "
                  + "AND state = 'ABOARD' AND reported_missing")
          .param("number", consignmentNumber)
          .update();
      events.publishEvent(new HousesMissing(consignmentNumber, missing));
    }
  }

  /** All that came is presented to customs and lies in temporary storage at the destination. */
  public void present(String consignmentNumber) {
    AirConsignment consignment = consignments.lock(consignmentNumber);
    if (consignment.state() == State.PRESENTED) {
      return;
    }
    consignments.become(consignmentNumber, State.PRESENTED);
    jdbc.sql(
            "UPDATE freight_house SET state = 'PRESENTED' WHERE consignment_number = :number AND"
                + " state = 'ABOARD'")
        .param("number", consignmentNumber)
        .update();
    events.publishEvent(
        ConsignmentMilestone.of(
                consignmentNumber, MilestoneCode.TEMP_STORAGE, clock.instant(), "freight")
            .at(consignment.destination()));
    events.publishEvent(new ConsignmentPresented(consignmentNumber));
  }

  /** Takes a house off its consignment. */
  public void pull(String orderNumber) {
    if (houses.move(orderNumber, EnumSet.of(House.State.ABOARD), House.State.PULLED)) {
      houses.find(orderNumber).ifPresent(house -> filing.clear(house.consignmentNumber()));
    }
  }

  /**
   * @return whether it was still ours to take off; false once the airline has the list it stands on
   */
  public boolean withdraw(String orderNumber) {
    Optional<AirConsignment> consignment = consignmentOf(orderNumber);
    if (consignment.isEmpty()) {
      return true;
    }
    if (consignments.lock(consignment.get().number()).attempt() > 0) {
      return false;
    }
    pull(orderNumber);
    filing.withdraw(orderNumber, "Order cancelled");
    return true;
  }

  /** Completes the entry summary by master: {@link CompletionAnswered} says what became of it. */
  public void completeEntrySummary(String consignmentNumber) {
    masters.complete(consignmentNumber);
  }

  /** Tells advance security that the flight has landed. */
  public void notifyArrival(String consignmentNumber) {
    masters.arrived(consignmentNumber);
  }

  /**
   * Takes a house that must not fly off a list that the airline has: it is handed over again
   * without it, as long as the flight has not left.
   *
   * @return whether the airline had the list
   */
  public boolean pullFromClosed(String orderNumber) {
    Optional<AirConsignment> flying = consignmentOf(orderNumber);
    pull(orderNumber);
    if (flying.isEmpty() || flying.get().attempt() == 0) {
      return false;
    }
    if (!handOver.hasLeft(flying.get().number())
        && !houses.aboard(flying.get().number()).isEmpty()) {
      handOver.rebook(flying.get().number(), null, null);
    }
    return true;
  }

  /**
   * Answers the authority's question about a house; after a refused filing, files it again so
   * described.
   *
   * @param method how it was screened, if that was asked; else null
   */
  public void sendSecurityAnswer(String orderNumber, String text, String method) {
    filing.answer(orderNumber, text, method);
  }

  /** A missing house was found, and follows the others into temporary storage. */
  public void presentFound(String orderNumber) {
    if (houses.move(orderNumber, EnumSet.of(House.State.MISSING), House.State.PRESENTED)) {
      publish(
          Milestone.of(orderNumber, MilestoneCode.TEMP_STORAGE, clock.instant(), "freight"),
          orderNumber);
    }
  }

  public void recordLoss(String orderNumber) {
    if (houses.move(
        orderNumber, EnumSet.of(House.State.MISSING, House.State.ABOARD), House.State.LOST)) {
      events.publishEvent(
          Milestone.of(orderNumber, MilestoneCode.LOST, clock.instant(), "freight"));
    }
  }

  /**
   * @param decision RETURN_TO_SELLER or DESTROY
   */
  public void recordNotLoaded(String orderNumber, String decision) {
    if (houses.move(
        orderNumber, EnumSet.of(House.State.ABOARD, House.State.PULLED), House.State.NOT_LOADED)) {
      MilestoneCode code =
          "DESTROY".equals(decision) ? MilestoneCode.DESTROYED : MilestoneCode.RETURNING;
      publish(
          Milestone.of(orderNumber, code, clock.instant(), "freight")
              .noting("not loaded: " + decision.toLowerCase(Locale.ROOT).replace('_', ' ')),
          orderNumber);
    }
  }

  private void publish(Milestone milestone, String orderNumber) {
    AirConsignment consignment = consignmentOf(orderNumber).orElseThrow();
    events.publishEvent(
        milestone
            .on(Milestone.Level.HOUSE)
            .at(
                milestone.code() == MilestoneCode.TEMP_STORAGE
                    ? consignment.destination()
                    : consignment.origin()));
  }
}
