package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEEL that remembers says what FEEL says, the first time and every other. */
class RememberedTestsTest {
  private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
  private final List<String> asked = new ArrayList<>();
  private final FeelEngine remembering = new RememberedTests(new Listening());

  /** The real one, heard. */
  private final class Listening implements FeelEngine {
    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
      asked.add(expression);
      return FEEL.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
      asked.add(test);
      return FEEL.evaluateSimpleUnaryTests(test, input, variables);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"BE\"",
        "\"BE\", \"NL\"",
        "not(\"BE\")",
        "\"a \\\"quoted\\\" BE\"",
        "true",
        "false",
        "null",
        "< 30",
        "[0..30]",
        "]0..30[",
        ">= 150.01",
        "-1",
        "not(null)"
      })
  void aTestOfLiteralsSaysWhatFeelSaysAndIsAskedOnce(String test) {
    List<Object> values =
        new ArrayList<>(List.of("BE", "NL", "", true, false, 0, 30, 30.0, 150.01));
    values.add(null);
    for (Object value : values) {
      boolean feels = FEEL.evaluateSimpleUnaryTests(test, "cellInput", given(value));
      for (int time = 0; time < 3; time++) {
        assertThat(remembering.evaluateSimpleUnaryTests(test, "cellInput", given(value)))
            .as("%s of %s", test, value)
            .isEqualTo(feels);
      }
    }
    assertThat(asked).hasSize(values.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "< limit", "string length(?) > 2", "today()"})
  void aTestThatNamesSomethingElseIsAskedEachTime(String test) {
    for (int limit : List.of(10, 20)) {
      VariableContext facts =
          Variables.createVariables()
              .putValue("cellInput", 15)
              .putValue("limit", limit)
              .asVariableContext();
      assertThat(remembering.evaluateSimpleUnaryTests(test, "cellInput", facts))
          .isEqualTo(FEEL.evaluateSimpleUnaryTests(test, "cellInput", facts));
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void theNameOfAFactMeansWhatFeelMeansByIt() {
    Stream.of("BE", "2026-11-23", "", true, false, 3, 2.5, 7L)
        .forEach(
            value ->
                assertThat(remembering.<Object>evaluateSimpleExpression("cellInput", given(value)))
                    .isEqualTo(FEEL.<Object>evaluateSimpleExpression("cellInput", given(value))));
    assertThat(remembering.<Object>evaluateSimpleExpression("cellInput", given(null))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"compliance-desk\"", "95", "-2.50", "\"PT1H\"", "true", "null"})
  void anAnswerOfLiteralsIsWhatFeelAnswersAndIsAskedOnce(String answer) {
    for (int time = 0; time < 3; time++) {
      assertThat(remembering.<Object>evaluateSimpleExpression(answer, given("BE")))
          .isEqualTo(FEEL.<Object>evaluateSimpleExpression(answer, given("BE")));
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void anAnswerThatReckonsIsAskedEachTime() {
    for (int value : List.of(3, 4)) {
      assertThat(remembering.<Object>evaluateSimpleExpression("cellInput * 2", given(value)))
          .isEqualTo(FEEL.<Object>evaluateSimpleExpression("cellInput * 2", given(value)));
    }
    assertThat(asked).hasSize(2);
  }

  private static VariableContext given(Object value) {
    return Variables.createVariables().putValue("cellInput", value).asVariableContext();
  }
}
