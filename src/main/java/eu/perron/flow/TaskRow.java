package eu.perron.flow;

import java.time.Instant;
import java.util.Locale;

/**
 * What a person has to do: a row of {@code flow_task}.
 *
 * @param overtakenBy the wait whose answer, should it come after all, makes this task needless; or
 *     null
 */
record TaskRow(
    String taskId,
    String businessKey,
    String process,
    String activity,
    String definitionId,
    String name,
    String form,
    String desk,
    String reason,
    int urgency,
    Instant since,
    Instant dueAt,
    String overtakenBy) {
  /** As many as a column of text holds, whatever the alphabet. */
  private static final int LONGEST = 16_000;

  /**
   * What a clerk may look for.
   *
   * @param goods of its order; empty if it is about none
   */
  String words(String goods) {
    String words = String.join(" ", businessKey, name, reason, goods).toLowerCase(Locale.ROOT);
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
