package eu.perron.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a clerk sent, held against the form it was asked by: only the form's own fields, of the
 * form's own kind, reach the process. The page checks too; a request need not come from the page.
 *
 * @param facts field by field: text, number or boolean, never anything that is not one value
 */
record FormAnswer(Map<String, Object> facts, List<Wrong> wrong) {
  private static final int LONGEST = 2000;
  private static final Set<String> ASKING =
      Set.of("textfield", "textarea", "number", "checkbox", "select", "radio", "datetime");

  /**
   * @param code for the islands' list of errors and for programs
   */
  record Wrong(String pointer, String code, String message) {}

  static FormAnswer read(JsonNode schema, JsonNode values) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    collect(schema, fields);
    JsonNode given = values == null ? MissingNode.getInstance() : values;
    Map<String, Object> facts = new LinkedHashMap<>();
    List<Wrong> wrong = new ArrayList<>();
    fields.forEach((key, field) -> take(key, field, given.path(key), facts, wrong));
    return new FormAnswer(facts, wrong);
  }

  private static void collect(JsonNode node, Map<String, JsonNode> fields) {
    for (JsonNode child : node.path("components")) {
      String key = child.path("key").asText("");
      if (ASKING.contains(child.path("type").asText())
          && !key.isEmpty()
          && !child.path("disabled").asBoolean()
          && !child.path("readonly").asBoolean()) {
        fields.put(key, child);
      }
      collect(child, fields);
    }
  }

  private static void take(
      String key, JsonNode field, JsonNode value, Map<String, Object> facts, List<Wrong> wrong) {
    if (empty(value)) {
      // A field hidden by a condition is not sent; the step behind the task asks for what it cannot
      // do without.
      if (field.path("validate").path("required").asBoolean() && !field.has("conditional")) {
        wrong.add(new Wrong("/values/" + key, "required", "is needed"));
      }
      return;
    }
    switch (field.path("type").asText()) {
      case "checkbox" -> takeIf(value.isBoolean(), key, value.asBoolean(), facts, wrong);
      case "number" -> takeNumber(key, value, facts, wrong);
      case "select", "radio" ->
          takeIf(offers(field, value.asText()), key, value.asText(), facts, wrong);
      case "datetime" ->
          takeIf(
              value.isTextual() && value.asText().length() <= 40,
              key,
              value.asText(),
              facts,
              wrong);
      default -> takeText(key, field, value, facts, wrong);
    }
  }

  private static boolean empty(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isBlank();
  }

  private static void takeIf(
      boolean fits, String key, Object value, Map<String, Object> facts, List<Wrong> wrong) {
    if (fits) {
      facts.put(key, value);
    } else {
      wrong.add(new Wrong("/values/" + key, "unknown", "is not one of the form's answers"));
    }
  }

  private static void takeNumber(
      String key, JsonNode value, Map<String, Object> facts, List<Wrong> wrong) {
    try {
      facts.put(key, new BigDecimal(value.asText()).doubleValue());
    } catch (NumberFormatException none) {
      wrong.add(new Wrong("/values/" + key, "number", "is not a number"));
    }
  }

  private static void takeText(
      String key, JsonNode field, JsonNode value, Map<String, Object> facts, List<Wrong> wrong) {
    JsonNode rules = field.path("validate");
    String text = value.asText().strip();
    int longest = Math.min(LONGEST, rules.path("maxLength").asInt(LONGEST));
    if (!value.isValueNode()) {
      wrong.add(new Wrong("/values/" + key, "text", "is not a text"));
    } else if (text.length() > longest) {
      wrong.add(
          new Wrong("/values/" + key, "too-long", "is longer than " + longest + " characters"));
    } else if (text.length() < rules.path("minLength").asInt(0)) {
      wrong.add(
          new Wrong(
              "/values/" + key,
              "too-short",
              "is shorter than " + rules.path("minLength") + " characters"));
    } else if (rules.hasNonNull("pattern") && !text.matches(rules.path("pattern").asText())) {
      wrong.add(new Wrong("/values/" + key, "pattern", "is not written as it should be"));
    } else {
      facts.put(key, text);
    }
  }

  private static boolean offers(JsonNode field, String choice) {
    for (JsonNode offered : field.path("values")) {
      if (offered.path("value").asText().equals(choice)) {
        return true;
      }
    }
    return false;
  }
}
