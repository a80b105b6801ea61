package eu.perron.flow;

import eu.perron.flow.ModelCheck.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.w3c.dom.Element;

/**
 * What a decision may be: one table in FEEL that always has an answer, and holds what it does not
 * understand.
 */
final class DecisionRules {
  private static final Set<String> TYPES =
      Set.of("string", "boolean", "integer", "long", "double", "date");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LIST = Pattern.compile(WORD + "(\\s*,\\s*" + WORD + ")*");
  private final DecisionFile file;
  private final List<Refusal> refusals;

  private DecisionRules(DecisionFile file, List<Refusal> refusals) {
    this.file = file;
    this.refusals = refusals;
  }

  static void check(DecisionFile file, List<Refusal> refusals) {
    DecisionRules rules = new DecisionRules(file, refusals);
    Xml.walk(Xml.parse(file.bytes()).getDocumentElement(), rules::language);
    List<Decision> decisions = List.copyOf(file.model().getModelElementsByType(Decision.class));
    if (decisions.size() != 1 || !(decisions.get(0).getId() + ".dmn").equals(file.file())) {
      rules.refuse(
          "",
          "The file %s must hold one decision of the same name; it holds %s."
              .formatted(file.file(), file.ids()));
    }
    decisions.forEach(rules::decision);
  }

  private void language(Element element) {
    String language = element.getAttribute("expressionLanguage").toLowerCase(Locale.ROOT);
    if (!language.isEmpty() && !language.equals("feel") && !language.endsWith("/feel/")) {
      refuse(
          Xml.idNear(element),
          "Its language is %s; tables here are written in FEEL.".formatted(language));
    }
    String text = Xml.ownText(element);
    if (text.contains("${") || text.contains("#{") || text.matches("(?s).*\\bexternal\\b.*\\{.*")) {
      refuse(
          Xml.idNear(element),
          "The cell %s reaches out of the table; compare facts with values.".formatted(text));
    }
  }

  private void decision(Decision decision) {
    if (decision.getCamundaHistoryTimeToLiveString() == null) {
      refuse(decision.getId(), "The history time to live is missing; set it, as P180D.");
    }
    if (!(decision.getExpression() instanceof DecisionTable table)) {
      refuse(
          decision.getId(),
          "It is no decision table; write it as one, so that its owner can read it.");
      return;
    }
    if (table.getHitPolicy() != HitPolicy.FIRST && table.getHitPolicy() != HitPolicy.UNIQUE) {
      refuse(
          decision.getId(),
          "Its hit policy is %s; use First or Unique, so that there is one answer."
              .formatted(table.getHitPolicy()));
    }
    table.getInputs().forEach(input -> type(input.getId(), input.getInputExpression()));
    table.getOutputs().forEach(this::type);
    List<Rule> rows = new ArrayList<>(table.getRules());
    List<Output> outputs = List.copyOf(table.getOutputs());
    for (int column = 0; column < outputs.size(); column++) {
      values(outputs.get(column), column, rows);
    }
    boolean catchesAll =
        !rows.isEmpty()
            && rows.get(rows.size() - 1).getInputEntries().stream()
                .allMatch(
                    entry -> Set.of("", "-").contains(entry.getText().getTextContent().strip()));
    if (table.getHitPolicy() == HitPolicy.FIRST && !catchesAll) {
      refuse(
          decision.getId(),
          "Its last row does not catch everything; end with a row of dashes that holds what no other "
              + "row understands.");
    }
  }

  private void type(String input, InputExpression expression) {
    type(input, expression == null ? null : expression.getTypeRef());
  }

  private void type(Output output) {
    type(output.getId(), output.getTypeRef());
    if (output.getName() == null || output.getName().isBlank()) {
      refuse(output.getId(), "The output has no name; it becomes the fact that the process reads.");
    }
  }

  /** Where a column lists its values, its rows keep to them. */
  private void values(Output output, int column, List<Rule> rows) {
    if (output.getOutputValues() == null) {
      return;
    }
    String listed = output.getOutputValues().getText().getTextContent().strip();
    if (!LIST.matcher(listed).matches()) {
      refuse(
          output.getId(),
          "The values of the column %s read %s; list them in quotation marks with commas between, as \"H7\",\"H1\"."
              .formatted(output.getName(), listed));
      return;
    }
    Set<String> values = file.outputValues(output.getName()).orElseThrow();
    for (Rule row : rows) {
      List<OutputEntry> answers = List.copyOf(row.getOutputEntries());
      String answer =
          column < answers.size() ? answers.get(column).getText().getTextContent().strip() : "";
      if (WORD.matcher(answer).matches() && !values.contains(answer.replace("\"", ""))) {
        refuse(
            row.getId(),
            "Its answer %s is not among the values of the column %s: %s. Mend one of them."
                .formatted(answer, output.getName(), String.join(", ", values)));
      }
    }
  }

  private void type(String element, String type) {
    if (type == null || !TYPES.contains(type)) {
      refuse(
          element,
          "Its type is %s; use one of string, boolean, integer, long, double, date (number loses decimals)."
              .formatted(type == null ? "missing" : type));
    }
  }

  private void refuse(String element, String reason) {
    refusals.add(new Refusal(file.file(), element, reason));
  }
}
