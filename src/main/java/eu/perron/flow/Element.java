package eu.perron.flow;

import java.util.Map;

/**
 * One element of a process as its owner drew it.
 *
 * @param type as BPMN names it: receiveTask, userTask, serviceTask …
 * @param name what stands on it
 * @param properties what the owner may change: waitFor, onSilence, dueIn, stage …
 * @param form of a user task
 * @param desk of a user task
 * @param step expression of a service task
 * @param decision of a business rule task
 * @param calls the called process, or the expression that chooses it
 */
public record Element(
    String id,
    String type,
    String name,
    Map<String, String> properties,
    String form,
    String desk,
    String step,
    String decision,
    String calls) {}
