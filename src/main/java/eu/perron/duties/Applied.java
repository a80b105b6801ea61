package eu.perron.duties;

import eu.perron.duties.LandedCost.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was applied on the way to a sum, in the order in which it was. */
public final class Applied {
  private final Set<Rule> rules = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  public void add(Rule rule) {
    if (rules.add(rule) && !rule.mark().startsWith("F")) {
      warnings.add(
          "%s is %s: %s"
              .formatted(
                  rule.rule(),
                  rule.mark().equals("INVENTED")
                      ? "invented for the demonstration"
                      : "not verified",
                  rule.source()));
    }
  }

  public void warn(String warning, Object... parts) {
    warnings.add(parts.length == 0 ? warning : warning.formatted(parts));
  }

  public List<Rule> rules() {
    return List.copyOf(rules);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
