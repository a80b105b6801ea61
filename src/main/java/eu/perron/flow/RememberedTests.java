package eu.perron.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * FEEL that remembers. A decision asks a hundred small tests of an order ({@code [0..30]}, {@code
 * "BE"}) and answers in literals, and orders are much alike; FEEL parses and weighs each anew. What
 * names nothing but literals says the same of the same value for ever, so it is asked once. All
 * else is FEEL's.
 */
final class RememberedTests implements FeelEngine {
  private static final int MOST = 20_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  /** What is left of a test of literals: words of FEEL itself, figures and signs. */
  private static final Pattern LITERALS =
      Pattern.compile("(?:true|false|null|not|[0-9.,<>=()\\[\\]\\s-])*");

  private final FeelEngine feel;
  private final Map<String, Boolean> literal = new ConcurrentHashMap<>();
  private final Cache<Asked, Boolean> said = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<Asked, Optional<Object>> worth =
      Caffeine.newBuilder().maximumSize(MOST).build();

  RememberedTests(FeelEngine feel) {
    this.feel = feel;
  }

  static FeelEngineFactory factory() {
    return () -> new RememberedTests(new ScalaFeelEngineFactory().createInstance());
  }

  private record Asked(String text, Object of) {}

  /** What is a literal, or the name of a plain fact, is worth the same whenever it is asked. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    TypedValue fact = NAME.matcher(expression).matches() ? variables.resolve(expression) : null;
    if (fact != null && isPlain(fact.getValue())) {
      return (T) worth(new Asked(expression, fact.getValue()), variables);
    }
    if (isLiteral(expression)) {
      return (T) worth(new Asked(expression, null), variables);
    }
    return feel.evaluateSimpleExpression(expression, variables);
  }

  private Object worth(Asked asked, VariableContext variables) {
    return worth
        .get(
            asked, one -> Optional.ofNullable(feel.evaluateSimpleExpression(one.text(), variables)))
        .orElse(null);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
    TypedValue given = variables.resolve(input);
    Object of = given == null ? null : given.getValue();
    return isPlain(of) && isLiteral(test)
        ? said.get(
            new Asked(test, of), asked -> feel.evaluateSimpleUnaryTests(test, input, variables))
        : feel.evaluateSimpleUnaryTests(test, input, variables);
  }

  private static boolean isPlain(Object value) {
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Number;
  }

  private boolean isLiteral(String text) {
    return literal.computeIfAbsent(text, RememberedTests::namesNothing);
  }

  static boolean namesNothing(String text) {
    return LITERALS.matcher(TEXTS.matcher(text).replaceAll("0")).matches();
  }
}
