package eu.perron.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormAnswerTest {
  private static final String FORM =
      """
      {"type": "default", "components": [
        {"type": "text", "text": "Decide"},
        {"type": "select", "key": "decision", "validate": {"required": true},
         "values": [{"label": "Yes", "value": "TRAVELS"}, {"label": "No", "value": "REFUSED"}]},
        {"type": "group", "components": [
          {"type": "textarea", "key": "note", "validate": {"maxLength": 20}},
          {"type": "textfield", "key": "hsCode", "validate": {"required": true, "pattern": "^[0-9]{6}$"},
           "conditional": {"hide": "=decision = \\"REFUSED\\""}},
          {"type": "number", "key": "pieces"},
          {"type": "checkbox", "key": "sure"},
          {"type": "textfield", "key": "shown", "disabled": true}]}]}""";

  @Test
  void onlyTheFieldsOfTheFormReachTheProcess() {
    FormAnswer answer =
        read(
            "{'decision': 'TRAVELS', 'note': ' fine ', 'pieces': 3, 'sure': true, 'evil': 1, 'shown': 'x'}");
    assertThat(answer.wrong()).isEmpty();
    assertThat(answer.facts())
        .containsOnlyKeys("decision", "note", "pieces", "sure")
        .containsEntry("note", "fine")
        .containsEntry("pieces", 3.0)
        .containsEntry("sure", true);
  }

  @Test
  void aChoiceMustBeOneOfThoseOffered() {
    assertThat(codes(read("{'decision': 'FLIES'}"))).containsExactly("/values/decision unknown");
    assertThat(codes(read("{'decision': {'a': 1}}"))).containsExactly("/values/decision unknown");
  }

  @Test
  void whatIsNeededMustBeThereUnlessAConditionMayHideIt() {
    assertThat(codes(read("{'decision': '  '}"))).containsExactly("/values/decision required");
    assertThat(codes(read("{}"))).containsExactly("/values/decision required");
  }

  @Test
  void textKeepsToLengthAndPattern() {
    assertThat(
            codes(
                read(
                    "{'decision': 'TRAVELS', 'note': 'longer than twenty characters', 'hsCode': '61.09'}")))
        .containsExactly("/values/note too-long", "/values/hsCode pattern");
  }

  @Test
  void anObjectIsNoText() {
    assertThat(codes(read("{'decision': 'TRAVELS', 'note': {'deep': 1}, 'pieces': [1]}")))
        .containsExactly("/values/note text", "/values/pieces number");
  }

  @Test
  void aMissingBodyIsAnEmptyAnswer() {
    assertThat(codes(FormAnswer.read(tree(FORM), null)))
        .containsExactly("/values/decision required");
  }

  private static FormAnswer read(String values) {
    return FormAnswer.read(tree(FORM), tree(values.replace('\'', '"')));
  }

  private static List<String> codes(FormAnswer answer) {
    return answer.wrong().stream().map(wrong -> wrong.pointer() + " " + wrong.code()).toList();
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}
