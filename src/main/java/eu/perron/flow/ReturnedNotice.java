package eu.perron.flow;

import eu.perron.exports.Exports;
import eu.perron.exports.FlightNoticeReturned;
import eu.perron.exports.FlightOfOrders;
import eu.perron.freight.AirConsignment;
import eu.perron.freight.Freight;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code returned-notice.bpmn}: beside a flight, when China customs give back its waybill list or
 * its departure; its key is the consignment number.
 */
@Component("returnedNotice")
public class ReturnedNotice {
  private static final String PROCESS = "returned-notice";
  private final Freight freight;
  private final Exports exports;
  private final Processes processes;

  ReturnedNotice(Freight freight, Exports exports, Processes processes) {
    this.freight = freight;
    this.exports = exports;
    this.processes = processes;
  }

  /** As the flight stands now; only what they gave back, or what is different, is sent. */
  public void sendAgain(DelegateExecution step) {
    AirConsignment flying = freight.consignment(Step.key(step)).orElseThrow();
    FlightOfOrders flight = Consignment.ordersOf(freight, flying);
    exports.fileWaybillList(flight, flying.weightKg());
    freight
        .departedAt(flying.number())
        .ifPresent(at -> exports.fileDeparture(flight, Optional.of(at)));
  }

  @EventListener
  void on(FlightNoticeReturned returned) {
    processes.start(PROCESS, returned.consignmentNumber());
  }
}
