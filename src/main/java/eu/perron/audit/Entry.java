package eu.perron.audit;

import java.util.Map;

/**
 * One thing that was done. {@code Entry.of(Act.RETRIED).on(messageId).about(order)}.
 *
 * @param who null: the person logged in, or the program itself
 * @param about number of the order or consignment; null if it is about neither
 * @param thing message, task, model, account or table; null if {@code about} says all
 * @param rule by which rule it was decided, with its version
 * @param before what was, by name; personal data may stand here, it is sealed
 * @param after what is now
 */
public record Entry(
    Act act,
    String who,
    String about,
    String thing,
    String rule,
    Map<String, ?> before,
    Map<String, ?> after) {

  public static Entry of(Act act) {
    return new Entry(act, null, null, null, null, Map.of(), Map.of());
  }

  /** Only where it is not the person logged in, whom the trail knows by itself. */
  public Entry by(String person) {
    return new Entry(act, person, about, thing, rule, before, after);
  }

  public Entry about(String orderOrConsignment) {
    return new Entry(act, who, orderOrConsignment, thing, rule, before, after);
  }

  public Entry on(String something) {
    return new Entry(act, who, about, something, rule, before, after);
  }

  public Entry under(String ruleAndVersion) {
    return new Entry(act, who, about, thing, ruleAndVersion, before, after);
  }

  /** Values: text, numbers, booleans, null, and lists and maps of these. */
  public Entry before(Map<String, ?> state) {
    return new Entry(act, who, about, thing, rule, state, after);
  }

  public Entry after(Map<String, ?> state) {
    return new Entry(act, who, about, thing, rule, before, state);
  }
}
