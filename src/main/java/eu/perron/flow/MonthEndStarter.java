package eu.perron.flow;

import eu.perron.exports.Exports;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether a month is to be summarised; the room lets one node have it, once. */
@Component
class MonthEndStarter {
  private final Exports exports;
  private final Processes processes;

  MonthEndStarter(Exports exports, Processes processes) {
    this.exports = exports;
    this.processes = processes;
  }

  @Scheduled(
      fixedDelayString = "${perron.flow.month-every:60000}",
      initialDelayString = "${perron.flow.month-every:60000}")
  @Transactional
  public void begin() {
    exports.takeUpMonth().ifPresent(month -> processes.start(MonthEnd.PROCESS, month));
  }
}
