package eu.perron.freight;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at what time alone brings about. Every node sweeps; a conditional update lets one of them
 * act.
 */
@Component
class FreightSweep {
  private static final Logger log = LoggerFactory.getLogger(FreightSweep.class);

  private final Boarding boarding;
  private final SecurityFiling filing;

  FreightSweep(Boarding boarding, SecurityFiling filing) {
    this.boarding = boarding;
    this.filing = filing;
  }

  @Scheduled(fixedDelayString = "${perron.freight.sweep:250}")
  void sweep() {
    each(boarding.due(), boarding::reachCutOff);
    each(filing.cleared(), filing::clear);
  }

  private static void each(List<String> consignments, Consumer<String> act) {
    for (String consignment : consignments) {
      try {
        act.accept(consignment);
      } catch (TransientDataAccessException later) {
        log.debug("Consignment {} was busy, the next sweep sees it again", consignment, later);
      }
    }
  }
}
