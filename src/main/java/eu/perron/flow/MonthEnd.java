package eu.perron.flow;

import eu.perron.exports.Exports;
import eu.perron.exports.MonthDeclared;
import eu.perron.exports.SummaryReturned;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code month-end.bpmn}: what China customs aggregate, once a month for all orders; its key is the
 * month.
 */
@Component("monthEnd")
public class MonthEnd {
  static final String PROCESS = "month-end";
  static final WaitFor SUMMARIES = WaitFor.at(PROCESS, "WaitForSummaries", "DECLARED", "RETURNED");

  private final Exports exports;
  private final Answers answers;

  MonthEnd(Exports exports, Answers answers) {
    this.exports = exports;
    this.answers = answers;
  }

  public void summarise(DelegateExecution step) {
    exports.summarise(Step.key(step));
  }

  public void summariseAgain(DelegateExecution step) {
    exports.summariseAgain(Step.key(step));
  }

  @EventListener
  void on(MonthDeclared declared) {
    answers.give(SUMMARIES, declared.month(), "DECLARED");
  }

  @EventListener
  void on(SummaryReturned returned) {
    answers.give(SUMMARIES, returned.month(), "RETURNED");
  }
}
