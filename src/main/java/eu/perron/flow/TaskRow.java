package eu.perron.flow;

import java.time.Instant;

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
    String overtakenBy) {}
