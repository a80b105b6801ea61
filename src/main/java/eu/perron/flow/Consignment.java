package eu.perron.flow;

import eu.perron.exports.Exports;
import eu.perron.exports.FlightOfOrders;
import eu.perron.freight.AirConsignment;
import eu.perron.freight.CompletionAnswered;
import eu.perron.freight.ConsignmentOpened;
import eu.perron.freight.CutOffReached;
import eu.perron.freight.FlightNews;
import eu.perron.freight.Freight;
import eu.perron.freight.SecurityCleared;
import eu.perron.imports.StorageRefused;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code consignment.bpmn}: one flight's worth of orders, from booking to presentation; its key is
 * the consignment number.
 */
@Component("consignment")
public class Consignment {
  private static final String PROCESS = "consignment";
  static final WaitFor CUT_OFF = WaitFor.at(PROCESS, "WaitForCutOff", "CUT_OFF");
  static final WaitFor SECURITY = WaitFor.at(PROCESS, "WaitForSecurity", "CLEARED");
  static final WaitFor BOOKING = WaitFor.at(PROCESS, "WaitForBooking", "BOOKED", "REJECTED");
  static final WaitFor DEPARTURE = WaitFor.at(PROCESS, "WaitForDeparture", "DEPARTED", "OFFLOADED");
  static final WaitFor COMPLETION =
      WaitFor.at(PROCESS, "WaitForCompletion", "REGISTERED", "NOT_COMPLETE");
  static final WaitFor LANDING = WaitFor.at(PROCESS, "WaitForLanding", "ARRIVED");
  static final WaitFor STORAGE = WaitFor.at(PROCESS, "InStorage", "EMPTY", "REFUSED");
  static final WaitFor BREAK_DOWN = WaitFor.at(PROCESS, "WaitForBreakDown", "BROKEN_DOWN");

  private final Freight freight;
  private final Exports exports;
  private final Lanes lanes;
  private final TemporaryStorage storage;
  private final Processes processes;
  private final Answers answers;

  Consignment(
      Freight freight,
      Exports exports,
      Lanes lanes,
      TemporaryStorage storage,
      Processes processes,
      Answers answers) {
    this.freight = freight;
    this.exports = exports;
    this.lanes = lanes;
    this.storage = storage;
    this.processes = processes;
    this.answers = answers;
  }

  public void reserve(DelegateExecution step) {
    freight.reserve(Step.key(step));
  }

  public void close(DelegateExecution step) {
    Step.leave(step, "emptyFlight", freight.close(Step.key(step)));
  }

  public void fileEntrySummary(DelegateExecution step) {
    freight.fileEntrySummaries(Step.key(step));
  }

  public void pullUnassessed(DelegateExecution step) {
    freight.pullUnassessed(Step.key(step));
  }

  public void handToAirline(DelegateExecution step) {
    Step.leave(step, "emptyFlight", freight.handToAirline(Step.key(step)));
  }

  /** China customs must know the master before it departs from there (CEB607). */
  public void fileWaybillList(DelegateExecution step) {
    AirConsignment flying = freight.consignment(Step.key(step)).orElseThrow();
    if (lanes.exportsBy(flying.route(), ExportCn.PROCESS)) {
      exports.fileWaybillList(ordersOf(freight, flying), flying.weightKg());
    }
  }

  /** China customs must know that it departed from there (CEB509). */
  public void fileDeparture(DelegateExecution step) {
    AirConsignment flown = freight.consignment(Step.key(step)).orElseThrow();
    if (lanes.exportsBy(flown.route(), ExportCn.PROCESS)) {
      exports.fileDeparture(ordersOf(freight, flown), freight.departedAt(flown.number()));
    }
  }

  static FlightOfOrders ordersOf(Freight freight, AirConsignment flying) {
    return new FlightOfOrders(
        flying.number(),
        flying.awb(),
        flying.flight(),
        flying.flightDate(),
        freight.ordersAboard(flying.number()));
  }

  public void rebook(DelegateExecution step) {
    freight.rebook(
        Step.key(step),
        Step.text(step, "flight").orElse(null),
        Step.text(step, "flightDate").map(LocalDate::parse).orElse(null));
  }

  public void completeEntrySummary(DelegateExecution step) {
    freight.completeEntrySummary(Step.key(step));
  }

  public void notifyArrival(DelegateExecution step) {
    freight.notifyArrival(Step.key(step));
  }

  public void count(DelegateExecution step) {
    freight.count(Step.key(step));
  }

  public void present(DelegateExecution step) {
    freight.present(Step.key(step));
    storage.lodge(Step.key(step));
  }

  public void presentAgain(DelegateExecution step) {
    storage.lodgeAgain(Step.key(step));
  }

  /** The order's own timeline says by when it must be out. */
  public void warnOfStorage(DelegateExecution step) {
    storage.warn(Step.key(step));
  }

  @EventListener
  void on(ConsignmentOpened event) {
    processes.start(PROCESS, event.consignmentNumber());
  }

  @EventListener
  void on(CutOffReached event) {
    answers.give(CUT_OFF, event.consignmentNumber(), "CUT_OFF");
  }

  @EventListener
  void on(SecurityCleared event) {
    answers.give(SECURITY, event.consignmentNumber(), "CLEARED");
  }

  @EventListener
  void on(CompletionAnswered event) {
    answers.give(
        COMPLETION, event.consignmentNumber(), event.registered() ? "REGISTERED" : "NOT_COMPLETE");
  }

  @EventListener
  void on(FlightNews.Booked event) {
    answers.give(BOOKING, event.consignmentNumber(), "BOOKED");
  }

  @EventListener
  void on(FlightNews.Rejected event) {
    answers.give(BOOKING, event.consignmentNumber(), "REJECTED");
  }

  @EventListener
  void on(FlightNews.Offloaded event) {
    answers.give(DEPARTURE, event.consignmentNumber(), "OFFLOADED");
  }

  @EventListener
  void on(FlightNews.Departed event) {
    answers.give(DEPARTURE, event.consignmentNumber(), "DEPARTED");
  }

  @EventListener
  void on(FlightNews.Landed event) {
    answers.give(LANDING, event.consignmentNumber(), "ARRIVED");
  }

  @EventListener
  void on(StorageRefused event) {
    answers.give(STORAGE, event.consignmentNumber(), "REFUSED");
  }

  @EventListener
  void on(FlightNews.BrokenDown event) {
    answers.give(BREAK_DOWN, event.consignmentNumber(), "BROKEN_DOWN");
  }
}
