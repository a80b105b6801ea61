package eu.perron.exchange;

import java.time.Instant;
import java.util.List;

/**
 * What came of an attempt, to be recorded.
 *
 * @param leftAt when its bytes were last handed to the line; null: certainly never
 * @param attempt null: the partner was not called
 */
record Sent(
    Stored stored,
    String state,
    int attempts,
    int faults,
    Reply reply,
    List<Arrival> arrivals,
    Instant dueAt,
    Instant leftAt,
    String problem,
    Attempts.Attempt attempt) {
  static Sent untried(Stored stored, String why) {
    return new Sent(
        stored,
        "READY",
        stored.attempts(),
        stored.faults(),
        Reply.NONE,
        List.of(),
        stored.dueAt(),
        stored.leftAt(),
        why,
        null);
  }

  Sent tried(Instant at, long millis) {
    Attempts.Result result =
        state.equals("SENT")
            ? Attempts.Result.SENT
            : state.equals("READY") ? Attempts.Result.FAILED : Attempts.Result.REFUSED;
    return new Sent(
        stored,
        state,
        attempts,
        faults,
        reply,
        arrivals,
        dueAt,
        leftAt,
        problem,
        new Attempts.Attempt(stored.id(), at, millis, result, problem));
  }

  boolean failed() {
    return attempts > stored.attempts() && !state.equals("SENT");
  }
}
