package eu.perron.flow;

import java.time.Instant;

/** A process standing at a receive task: a row of {@code flow_wait}. */
record Wait(
    String executionId,
    String businessKey,
    String process,
    String activity,
    String definitionId,
    Instant since,
    Instant dueAt) {
  boolean isFor(GivenAnswer given) {
    return businessKey.equals(given.businessKey())
        && process.equals(given.process())
        && activity.equals(given.activity());
  }
}
