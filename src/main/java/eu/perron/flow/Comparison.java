package eu.perron.flow;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a flow out of a gateway may ask: one fact, compared with values. {@code ${answer ==
 * 'REJECTED' or answer == 'LATE'}}.
 *
 * @param values the values tested for equality; empty when it compares otherwise
 */
record Comparison(String fact, Set<String> values) {
  private static final Pattern WHOLE = Pattern.compile("\\$\\{\\s*(.+?)\\s*}", Pattern.DOTALL);
  private static final Pattern ONE =
      Pattern.compile(
          "([A-Za-z]\\w*)\\s*(==|!=|<=|>=|<|>)\\s*('[\\w .:/-]*'|-?\\d+(?:\\.\\d+)?|true|false)");

  /** Words of the expression language: a fact of such a name cannot be read. */
  private static final Set<String> RESERVED =
      Set.of(
          "empty",
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "true",
          "false",
          "null",
          "instanceof",
          "div",
          "mod",
          "execution");

  /** Empty if it is anything but a plain comparison. */
  static Optional<Comparison> of(String expression) {
    Matcher whole = WHOLE.matcher(expression.strip());
    if (!whole.matches()) {
      return Optional.empty();
    }
    String fact = null;
    boolean onlyEqual = true;
    Set<String> values = new LinkedHashSet<>();
    for (String part : whole.group(1).split("\\s+or\\s+|\\s*\\|\\|\\s*")) {
      Matcher one = ONE.matcher(part.strip());
      if (!one.matches()
          || RESERVED.contains(one.group(1))
          || fact != null && !fact.equals(one.group(1))) {
        return Optional.empty();
      }
      fact = one.group(1);
      onlyEqual &= one.group(2).equals("==");
      values.add(one.group(3).replace("'", ""));
    }
    return Optional.of(new Comparison(fact, onlyEqual ? values : Set.of()));
  }
}
