package eu.perron.flow;

import java.util.Set;

/**
 * A place where a process waits for somebody outside: a receive task of {@code
 * processes/<process>.bpmn}, and the answers its gateway knows. {@link #LATE} comes by itself when
 * the time that the model grants is over.
 *
 * @param activity id of the receive task
 */
record WaitFor(String process, String activity, Set<String> answers) {
  static final String LATE = "LATE";

  static WaitFor at(String process, String activity, String... answers) {
    return new WaitFor(process, activity, Set.of(answers));
  }

  /** The answer for this wait, for {@link Answers#giveOneOf}. */
  Possible saying(String answer) {
    return new Possible(this, checked(answer));
  }

  record Possible(WaitFor place, String answer) {}

  String checked(String answer) {
    if (!answers.contains(answer)) {
      throw new IllegalArgumentException(
          "%s in %s.bpmn does not wait for %s; it knows %s"
              .formatted(activity, process, answer, answers));
    }
    return answer;
  }
}
