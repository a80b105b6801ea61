package eu.perron.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * FEEL that remembers. A decision asks a hundred small tests of an order ({@code [0..30]}, {@code
 * "BE"}), and orders are much alike; FEEL parses and weighs each anew. A test that names nothing
 * but literals says the same of the same value for ever, so it is asked once. All else is FEEL's.
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

  RememberedTests(FeelEngine feel) {
    this.feel = feel;
  }

  static FeelEngineFactory factory() {
    return () -> new RememberedTests(new ScalaFeelEngineFactory().createInstance());
  }

  private record Asked(String test, Object of) {}

  /** The name of a fact that is a word or a yes or no means just that. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    TypedValue fact = NAME.matcher(expression).matches() ? variables.resolve(expression) : null;
    return fact != null && (fact.getValue() instanceof String || fact.getValue() instanceof Boolean)
        ? (T) fact.getValue()
        : feel.evaluateSimpleExpression(expression, variables);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
    TypedValue given = variables.resolve(input);
    Object of = given == null ? null : given.getValue();
    return isPlain(of) && literal.computeIfAbsent(test, RememberedTests::isLiteral)
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

  static boolean isLiteral(String test) {
    return LITERALS.matcher(TEXTS.matcher(test).replaceAll("0")).matches();
  }
}
