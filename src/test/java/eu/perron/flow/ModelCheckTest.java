package eu.perron.flow;

import static eu.perron.flow.BrokenModels.CHECK;
import static eu.perron.flow.BrokenModels.EXPORT;
import static eu.perron.flow.BrokenModels.PROCESSES;
import static eu.perron.flow.BrokenModels.broken;
import static eu.perron.flow.BrokenModels.files;
import static eu.perron.flow.BrokenModels.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models of {@code processes/} are in order; what cannot be read, by the engine or by a person,
 * is refused.
 */
class ModelCheckTest {
  @Test
  void theModelsOfTheHouseAreInOrder() {
    assertThat(CHECK.check(PROCESSES)).isEmpty();
  }

  @Test
  void everyStepOfAFlowClassIsCalledByAModel() {
    Set<String> called = new TreeSet<>();
    files()
        .forEach(
            (name, bytes) -> {
              Matcher step = GuardRules.STEP.matcher(new String(bytes, StandardCharsets.UTF_8));
              while (step.find()) {
                called.add(step.group(1) + "." + step.group(2));
              }
            });
    Known known = Known.ofThisHouse();
    Set<String> written = new TreeSet<>();
    known
        .steps()
        .keySet()
        .forEach(bean -> known.stepsOf(bean).forEach(step -> written.add(bean + "." + step)));

    assertThat(called).isEqualTo(written);
  }

  @Test
  void everyFormIsUsedAndEveryWaitIsDrawn() {
    String models =
        files().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".bpmn"))
            .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
            .reduce("", String::concat);

    assertThat(
            files().keySet().stream()
                .filter(name -> name.endsWith(".form"))
                .map(name -> name.replace(".form", "")))
        .allSatisfy(form -> assertThat(models).contains("camunda:formRef=\"" + form + "\""));
    assertThat(Known.ofThisHouse().waits())
        .allSatisfy(wait -> assertThat(files()).containsKey(wait.process() + ".bpmn"));
  }

  @Test
  void aFileThatIsNoXmlIsRefused() {
    refused(broken(EXPORT, "<bpmn:process", "<bpmn:process <"), EXPORT, "", "cannot be read");
  }

  @Test
  void aModelAgainstTheSchemaIsRefused() {
    refused(
        broken(EXPORT, "<bpmn:serviceTask id=\"Declare\"", "<bpmn:serviceTask it=\"Declare\""),
        EXPORT,
        "",
        "cannot be read");
  }

  @Test
  void twoProcessesInOneFileAreRefused() {
    refused(
        broken(
            EXPORT,
            "  <bpmndi:BPMNDiagram",
            "  <bpmn:process id=\"another\" />\n  <bpmndi:BPMNDiagram"),
        EXPORT,
        "",
        "one file, one process");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    Map<String, byte[]> files = files();
    files.put("notes.txt", new byte[0]);

    refused(CHECK.check(files), "notes.txt", "", "Neither a process");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"Declare on an export list\" | name=\"\" | Declare | It has no name",
        "name=\"Exported\" |  | Exported | It has no name",
        "name=\"released\" | name=\" \" | Flow_CustomsAnswer_Exported | has no name",
        "name=\"waitFor\" value=\"PT24H\" | name=\"waitFor\" value=\"a day\" | WaitForCustoms | is"
            + " no duration",
        "name=\"waitFor\" value=\"PT24H\" | name=\"waitFor\" value=\"PT0S\" | WaitForCustoms |"
            + " longer than nothing",
        "name=\"waitFor\" value=\"PT24H\" | name=\"wait\" value=\"PT24H\" | WaitForCustoms | no"
            + " property waitFor",
        "name=\"onSilence\" | name=\"silence\" | WaitForCustoms | no property onSilence",
        "name=\"dueIn\" value=\"PT4H\" | name=\"dueIn\" value=\"4 h\" | CorrectExportList | is no"
            + " duration",
        "name=\"urgency\" value=\"70\" | name=\"urgency\" value=\"170\" | CorrectExportList | from"
            + " 1 to 100",
        "name=\"reason\" | name=\"why\" | CorrectExportList | no property reason",
        "camunda:historyTimeToLive=\"P180D\" |  | export-cn | history time to live",
        "isExecutable=\"true\" | isExecutable=\"false\" | export-cn | not executable",
        "bpmnElement=\"Declare\" | bpmnElement=\"Exported\" | Declare | not drawn on the diagram",
        "bpmnElement=\"Flow_ExportBegins_DrawDocuments\" |"
            + " bpmnElement=\"Flow_Declare_WaitForCustoms\" | Flow_ExportBegins_DrawDocuments | not"
            + " drawn"
      })
  void whatAReaderOrTheEngineNeedsIsThere(String what, String by, String element, String reason) {
    refused(broken(EXPORT, what, by == null ? "" : by), EXPORT, element, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"stage\" value=\"COMPLIANCE\" | name=\"stage\" value=\"CUSTOMS\" | Screen | stage"
            + " CUSTOMS does not exist",
        "name=\"status\" value=\"REFUSED\" | name=\"status\" value=\"NEVER\" | Refused | status"
            + " NEVER does not exist",
        "name=\"status\" value=\"DELIVERED\" | name=\"state\" value=\"DELIVERED\" | Delivered | no"
            + " property status"
      })
  void stagesAndStatusesAreThoseASellerKnows(
      String what, String by, String element, String reason) {
    refused(broken("fulfilment.bpmn", what, by), "fulfilment.bpmn", element, reason);
  }

  @Test
  void aProcessBearsTheNameOfItsFile() {
    refused(
        broken(EXPORT, "<bpmn:process id=\"export-cn\"", "<bpmn:process id=\"export-de\""),
        EXPORT,
        "export-de",
        "give both one name");
  }

  @Test
  void oneStartAndNoLooseEnds() {
    refused(
        broken(
            EXPORT,
            "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_DrawDocuments\"",
            "    <bpmn:startEvent id=\"Second\" name=\"x\" />\n"
                + "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_DrawDocuments\""),
        EXPORT,
        "export-cn",
        "2 start events");
    refused(
        broken(
            EXPORT,
            "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_DrawDocuments\"",
            "    <bpmn:endEvent id=\"Loose\" name=\"x\" />\n"
                + "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_DrawDocuments\""),
        EXPORT,
        "Loose",
        "No flow leads to it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hitPolicy=\"FIRST\" | hitPolicy=\"COLLECT\" | which-carrier | hit policy",
        "typeRef=\"double\" | typeRef=\"number\" | Input_weightKg | Its type is number",
        "camunda:historyTimeToLive=\"P180D\" |  | which-carrier | history time to live",
        "<text>\"bpost\"</text> | <text>${evil.run()}</text> | bpost-wished_in1 | reaches out of"
            + " the table"
      })
  void aDecisionIsATableInFeelWithOneAnswer(String what, String by, String element, String reason) {
    refused(
        broken("which-carrier.dmn", what, by == null ? "" : by),
        "which-carrier.dmn",
        element,
        reason);
  }

  @Test
  void aDecisionWhoseLastRowLetsSomethingThroughIsRefused() {
    String entry = "<inputEntry id=\"Nobody_in3\">\n          <text>";

    refused(
        broken("which-carrier.dmn", entry + "-", entry + "\"NL\""),
        "which-carrier.dmn",
        "which-carrier",
        "does not catch everything");
  }

  @Test
  void aDecisionInAnotherLanguageIsRefused() {
    refused(
        broken(
            "which-carrier.dmn",
            "<inputEntry id=\"Nobody_in1\"",
            "<inputEntry expressionLanguage=\"javascript\" id=\"Nobody_in1\""),
        "which-carrier.dmn",
        "Nobody_in1",
        "FEEL");
  }

  @Test
  void aDecisionBearsTheNameOfItsFile() {
    refused(
        broken(
            "which-carrier.dmn", "<decision id=\"which-carrier\"", "<decision id=\"which-truck\""),
        "which-carrier.dmn",
        "",
        "of the same name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\": \"chase-flight\" | \"id\": \"chase-boat\" | chase-boat | give both one name",
        "\"components\" | \"parts\" |  | It is no form",
        "\"type\": \"select\" | \"type\": \"textfield\" | Field_decision | is no choice",
        "\"required\": true | \"required\": false | Field_decision | may be left open",
        "\"label\": \"What about the flight?\" | \"label\": \"\" | Field_decision | has no label"
      })
  void aFormAsksForADecisionInWords(String what, String by, String element, String reason) {
    refused(
        broken("chase-flight.form", what, by),
        "chase-flight.form",
        element == null ? "" : element,
        reason);
  }

  @Test
  void aFormThatIsNoJsonIsRefused() {
    refused(broken("chase-flight.form", "{", "{{"), "chase-flight.form", "", "cannot be read");
  }

  @Test
  void aFormThatNobodyCouldShowIsRefused() {
    refused(
        broken("chase-flight.form", "\"type\": \"default\"", "\"tipe\": \"default\""),
        "chase-flight.form",
        "chase-flight",
        "its type is not \"default\"");
    refused(
        broken("chase-flight.form", "\"type\": \"select\"", "\"type\": \"selekt\""),
        "chase-flight.form",
        "Field_decision",
        "which no form knows");
  }

  @Test
  void aColumnThatListsItsValuesIsKeptTo() {
    refused(
        broken("which-declaration.dmn", "<text>\"H7\",\"H1\"", "<text>\"\"\"(H7\",\"H1\""),
        "which-declaration.dmn",
        "Output_declaration",
        "list them in quotation marks");
    refused(
        broken("which-declaration.dmn", "<text>\"H7\"</text>", "<text>\"H77\"</text>"),
        "which-declaration.dmn",
        "GiftUpTo45",
        "Its answer \"H77\" is not among the values of the column declaration: H1, H7, HOLD");
  }
}
