package eu.perron.flow;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.flow.ModelCheck.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One {@code .form} file: a form as form-js knows it. */
record FormFile(String file, JsonNode form) {
  private static final String DECISION = "decision";

  /** The fields of form-js-viewer. */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              ("button checkbox checklist datetime documentPreview dynamiclist expression filepicker group html"
                      + " iframe image number radio select separator spacer table taglist text textarea textfield")
                  .split(" ")));

  String id() {
    return form.path("id").asText();
  }

  /** What a clerk may choose; empty when the form asks for no decision. */
  Set<String> decisions() {
    Set<String> values = new TreeSet<>();
    for (JsonNode field : fields()) {
      if (field.path("key").asText().equals(DECISION)) {
        field.path("values").forEach(value -> values.add(value.path("value").asText()));
      }
    }
    return values;
  }

  void check(List<Refusal> refusals) {
    if (!form.path("components").isArray()) {
      refusals.add(
          new Refusal(
              file,
              "",
              "It is no form: it has no components. Save it again from the form editor."));
      return;
    }
    if (!(id() + ".form").equals(file)) {
      refusals.add(
          new Refusal(
              file,
              id(),
              "The form is called %s but the file %s; give both one name.".formatted(id(), file)));
    }
    if (!form.path("type").asText().equals("default")) {
      refusals.add(
          new Refusal(
              file,
              id(),
              "It is no form: its type is not \"default\". Save it again from the form editor."));
    }
    for (JsonNode field : fields()) {
      String element = field.path("id").asText(field.path("key").asText());
      if (!KNOWN.contains(field.path("type").asText())) {
        refusals.add(
            new Refusal(
                file,
                element,
                "The field's type is \"%s\", which no form knows; use one of %s."
                    .formatted(field.path("type").asText(), String.join(", ", KNOWN))));
      }
      boolean input = field.has("key");
      if (input && field.path("label").asText(field.path("dateLabel").asText()).isBlank()) {
        refusals.add(
            new Refusal(
                file,
                element,
                "The field %s has no label; say what the clerk should enter."
                    .formatted(field.path("key").asText())));
      }
      if (field.path("key").asText().equals(DECISION)) {
        decision(field, element, refusals);
      }
    }
  }

  private void decision(JsonNode field, String element, List<Refusal> refusals) {
    if (!Set.of("select", "radio").contains(field.path("type").asText()) || decisions().isEmpty()) {
      refusals.add(
          new Refusal(
              file, element, "The decision is no choice; make it a select with its values."));
    }
    if (!field.path("validate").path("required").asBoolean()) {
      refusals.add(new Refusal(file, element, "The decision may be left open; make it required."));
    }
  }

  private List<JsonNode> fields() {
    List<JsonNode> fields = new ArrayList<>();
    collect(form, fields);
    return fields;
  }

  private static void collect(JsonNode holder, List<JsonNode> fields) {
    for (JsonNode component : holder.path("components")) {
      fields.add(component);
      collect(component, fields);
    }
  }
}
