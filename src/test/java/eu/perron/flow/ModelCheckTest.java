package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.flow.ModelCheck.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The models of {@code processes/} are in order, and each way of breaking one is noticed where it was done. */
class ModelCheckTest {
  private static final Path PROCESSES = Path.of("processes");
  private static final ModelCheck CHECK = new ModelCheck();
  private static final String EXPORT = "export-cn.bpmn";
  private static final String DECLARE = "camunda:expression=\"${exportCn.declare(execution)}\"";
  private static final String RELEASED = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
      + "${answer == 'RELEASED'}</bpmn:conditionExpression>";

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(PROCESSES)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  private static List<Refusal> broken(String file, String what, String by) {
    Map<String, byte[]> files = files();
    String sound = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(sound).as("the text to break in %s", file).contains(what);
    int at = sound.indexOf(what);
    String broken = sound.substring(0, at) + by + sound.substring(at + what.length());
    files.put(file, broken.getBytes(StandardCharsets.UTF_8));
    return CHECK.check(files);
  }

  private static void refused(List<Refusal> refusals, String file, String element, String reason) {
    assertThat(refusals).isNotEmpty().allSatisfy(refusal -> assertThat(refusal.reason()).endsWith("."))
        .anySatisfy(refusal -> {
          assertThat(refusal.file()).isEqualTo(file);
          assertThat(refusal.element()).isEqualTo(element);
          assertThat(refusal.reason()).contains(reason);
        });
  }

  @Test
  void theModelsOfTheHouseAreInOrder() {
    assertThat(CHECK.check(PROCESSES)).isEmpty();
  }

  @Test
  void everyStepOfAFlowClassIsCalledByAModel() {
    Set<String> called = new TreeSet<>();
    files().forEach((name, bytes) -> {
      Matcher step = GuardRules.STEP.matcher(new String(bytes, StandardCharsets.UTF_8));
      while (step.find()) {
        called.add(step.group(1) + "." + step.group(2));
      }
    });
    Known known = Known.ofThisHouse();
    Set<String> written = new TreeSet<>();
    known.steps().keySet().forEach(bean -> known.stepsOf(bean).forEach(step -> written.add(bean + "." + step)));

    assertThat(called).isEqualTo(written);
  }

  @Test
  void everyFormIsUsedAndEveryWaitIsDrawn() {
    String models = files().entrySet().stream().filter(file -> file.getKey().endsWith(".bpmn"))
        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8)).reduce("", String::concat);

    assertThat(files().keySet().stream().filter(name -> name.endsWith(".form")).map(name -> name.replace(".form", "")))
        .allSatisfy(form -> assertThat(models).contains("camunda:formRef=\"" + form + "\""));
    assertThat(Known.ofThisHouse().waits())
        .allSatisfy(wait -> assertThat(files()).containsKey(wait.process() + ".bpmn"));
  }

  // ---- can it be read

  @Test
  void aFileThatIsNoXmlIsRefused() {
    refused(broken(EXPORT, "<bpmn:process", "<bpmn:process <"), EXPORT, "", "cannot be read");
  }

  @Test
  void aModelAgainstTheSchemaIsRefused() {
    refused(broken(EXPORT, "<bpmn:serviceTask id=\"Declare\"", "<bpmn:serviceTask it=\"Declare\""), EXPORT, "",
        "cannot be read");
  }

  @Test
  void twoProcessesInOneFileAreRefused() {
    refused(broken(EXPORT, "  <bpmndi:BPMNDiagram", "  <bpmn:process id=\"another\" />\n  <bpmndi:BPMNDiagram"), EXPORT, "",
        "one file, one process");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    Map<String, byte[]> files = files();
    files.put("notes.txt", new byte[0]);

    refused(CHECK.check(files), "notes.txt", "", "Neither a process");
  }

  // ---- guard

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "camunda:class=\"eu.perron.Evil\" | camunda:class names a Java class",
      "camunda:delegateExpression=\"${evil}\" | camunda:delegateExpression names a delegate",
      "camunda:type=\"external\" camunda:topic=\"t\" | outside worker",
      "camunda:expression=\"${exportCn.declare(execution)}\" camunda:resultVariable=\"x\" | camunda:resultVariable keeps a result",
      "camunda:expression=\"${exportCn.declare(execution)}\" camunda:asyncBefore=\"true\" | asyncReason",
      "camunda:expression=\"${exportCn.declare(execution)}\" camunda:asyncAfter=\"true\" | asyncReason",
      "camunda:expression=\"${exportCn.declare(execution, 'x')}\" | is not allowed",
      "camunda:expression=\"#{exportCn.declare(execution)}\" | is not allowed",
      "camunda:expression=\"${''.getClass().forName('java.lang.Runtime')}\" | is not allowed",
      "camunda:expression=\"${execution.getProcessEngineServices()}\" | is not allowed"})
  void aStepIsNamedAndNothingElse(String attributes, String reason) {
    refused(broken(EXPORT, DECLARE, attributes), EXPORT, "Declare", reason);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<camunda:executionListener event=\"start\" expression=\"${exportCn.declare(execution)}\" /> | is a listener",
      "<camunda:taskListener event=\"create\" class=\"Evil\" /> | is a listener",
      "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector> | is a connector",
      "<camunda:inputOutput><camunda:inputParameter name=\"a\">b</camunda:inputParameter></camunda:inputOutput> | maps variables"})
  void extensionsThatRunSomethingAreRefused(String extension, String reason) {
    refused(broken("fulfilment.bpmn", "<camunda:properties>", extension + "<camunda:properties>"), "fulfilment.bpmn",
        "Screen", reason);
  }

  @Test
  void aScriptTaskIsRefused() {
    Map<String, byte[]> files = files();
    String sound = new String(files.get(EXPORT), StandardCharsets.UTF_8);
    files.put(EXPORT, sound.replaceAll("(?s)<bpmn:serviceTask id=\"RecordPaperRelease\".*?</bpmn:serviceTask>",
        Matcher.quoteReplacement("<bpmn:scriptTask id=\"RecordPaperRelease\" name=\"x\" scriptFormat=\"groovy\">"
            + "<bpmn:incoming>Flow_ChaseDecision_RecordPaperRelease</bpmn:incoming>"
            + "<bpmn:outgoing>Flow_RecordPaperRelease_Exported</bpmn:outgoing><bpmn:script>1</bpmn:script></bpmn:scriptTask>"))
        .getBytes(StandardCharsets.UTF_8));

    refused(CHECK.check(files), EXPORT, "RecordPaperRelease", "is a script");
  }

  @Test
  void aTimerOnTheBoundaryIsRefused() {
    refused(broken(EXPORT, "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_Declare\"",
        "    <bpmn:boundaryEvent id=\"Late\" name=\"late\" attachedToRef=\"WaitForCustoms\" />\n"
            + "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_Declare\""), EXPORT, "Late", "is a boundary event");
  }

  @Test
  void aReceiveTaskWithAMessageIsRefused() {
    refused(broken(EXPORT, "<bpmn:receiveTask id=\"WaitForCustoms\"",
        "<bpmn:receiveTask id=\"WaitForCustoms\" messageRef=\"m\""), EXPORT, "WaitForCustoms", "waits for a message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${exportCn.declare(execution)}", "${answer}", "${execution.getVariable('answer') == 'RELEASED'}",
      "${answer == 'RELEASED' and decision == 'GIVE_UP'}", "${empty == true}", "answer == 'RELEASED'",
      "${answer == 'RELEASED' or decision == 'GIVE_UP'}"})
  void aConditionIsAPlainComparisonOfOneFact(String condition) {
    refused(broken(EXPORT, RELEASED, RELEASED.replace("${answer == 'RELEASED'}", condition)), EXPORT,
        "Flow_CustomsAnswer_Exported", "is not a plain comparison");
  }

  @Test
  void aConditionInAScriptLanguageIsRefused() {
    refused(broken(EXPORT, RELEASED, RELEASED.replace("xsi:type", "language=\"groovy\" xsi:type")), EXPORT,
        "Flow_CustomsAnswer_Exported", "language");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"name=\"Declare on an export list\" | name=\"${evil.run()}\" | Declare",
      "value=\"PT24H\" | value=\"${patience}\" | WaitForCustoms"})
  void anExpressionWhereWordsBelongIsRefused(String what, String by, String element) {
    refused(broken(EXPORT, what, by), EXPORT, element, "is not allowed");
  }

  @Test
  void anExpressionInADocumentationIsRefused() {
    refused(broken(EXPORT, "The order joins the next", "${evil.run()} joins the next"), EXPORT, "Declare",
        "An expression stands in the text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<camunda:in variables=\"all\" />",
      "<camunda:in businessKey=\"#{execution.processBusinessKey}\" /><camunda:in source=\"a\" target=\"b\" />",
      "<camunda:in businessKey=\"#{execution.processInstanceId}\" />"})
  void aCalledProcessIsHandedTheBusinessKeyAlone(String in) {
    refused(broken("fulfilment.bpmn", "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", in),
        "fulfilment.bpmn", "ExportClearance", "the business key");
  }

  // ---- wiring

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"${exportDe.declare(execution)} | There is no flow class exportDe",
      "${exportCn.declareTwice(execution)} | has no step declareTwice", "${exportCn.toString(execution)} | has no step toString"})
  void aStepMustExist(String expression, String reason) {
    refused(broken(EXPORT, "${exportCn.declare(execution)}", expression), EXPORT, "Declare", reason);
  }

  @Test
  void aServiceTaskNamesAStep() {
    refused(broken(EXPORT, " " + DECLARE, ""), EXPORT, "Declare", "It names no step");
  }

  @Test
  void aDecisionMustExistAndGiveASingleResult() {
    refused(broken("import-be.bpmn", "decisionRef=\"which-declaration\"", "decisionRef=\"which-duty\""), "import-be.bpmn",
        "WhichDeclaration", "There is no decision which-duty");
    refused(broken("import-be.bpmn", "mapDecisionResult=\"singleResult\"", "mapDecisionResult=\"resultList\""),
        "import-be.bpmn", "WhichDeclaration", "singleResult");
  }

  @Test
  void aFormMustExist() {
    refused(broken(EXPORT, "formRef=\"handle-detention\"", "formRef=\"handle-it\""), EXPORT, "HandleDetention",
        "There is no form handle-it");
  }

  @Test
  void aDeskMustExist() {
    refused(broken(EXPORT, "candidateGroups=\"export-desk\"", "candidateGroups=\"nobody\""), EXPORT, "CorrectExportList",
        "There is no desk nobody");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"calledElement=\"air-freight\" | calledElement=\"sea-freight\" | AirFreight",
      "calledElement=\"${fulfilment.exportProcess(execution)}\" | calledElement=\"${fulfilment.withdraw(execution)}\" | ExportClearance",
      "calledElement=\"${fulfilment.exportProcess(execution)}\" | calledElement=\"${fulfilment.anyProcess(execution)}\" | ExportClearance"})
  void aCalledProcessMustExist(String what, String by, String element) {
    refused(broken("fulfilment.bpmn", what, by), "fulfilment.bpmn", element, "");
  }

  @Test
  void aWaitThatNoFlowClassKnowsIsRefusedAndSoIsOneThatIsGone() {
    Map<String, byte[]> files = files();
    files.put(EXPORT, new String(files.get(EXPORT), StandardCharsets.UTF_8).replace("WaitForInspection", "WaitForNothing")
        .getBytes(StandardCharsets.UTF_8));

    List<Refusal> refusals = CHECK.check(files);

    refused(refusals, EXPORT, "WaitForNothing", "Nobody answers here");
    refused(refusals, EXPORT, "WaitForInspection", "is not drawn any more");
  }

  // ---- answers

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"answer == 'INSPECTION' | answer == 'INSPECTED' | answer is never INSPECTED here",
      "answer == 'INSPECTION' | answer == 'INSPECTED' | No flow for answer INSPECTION",
      "answer == 'LATE' | answer == 'LATELY' | No flow for answer LATE",
      "answer == 'LATE' | answer == 'RETURNED' | No flow for answer LATE",
      "answer == 'RELEASED' | outcome == 'RELEASED' | ask for several facts"})
  void aGatewayKnowsEveryAnswerAndNoOther(String what, String by, String reason) {
    refused(broken(EXPORT, what, by), EXPORT, "CustomsAnswer", reason);
  }

  @Test
  void anAnswerTestedTwiceIsRefused() {
    refused(broken(EXPORT, "answer == 'RETURNED'", "answer == 'RELEASED'"), EXPORT,
        "Flow_CustomsAnswer_CorrectExportList", "is tested twice");
  }

  @Test
  void aFlowWithoutConditionAndADefaultFlowAreRefused() {
    refused(broken(EXPORT, RELEASED, ""), EXPORT, "Flow_CustomsAnswer_Exported", "has no condition");
    refused(broken(EXPORT, "<bpmn:exclusiveGateway id=\"CustomsAnswer\"",
        "<bpmn:exclusiveGateway id=\"CustomsAnswer\" default=\"Flow_CustomsAnswer_Exported\""), EXPORT, "CustomsAnswer",
        "default flow");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "handle-detention.form | \"GIVE_UP\" | \"LET_GO\" | export-cn.bpmn | DetentionDecision | No flow for decision LET_GO",
      "decide-return.form | \"DESTROY\" | \"BURN\" | return.bpmn | ReturnDecision | No flow for decision BURN",
      "decide-return.form | \"DESTROY\" | \"BURN\" | return.bpmn | ReturnRecorded | decision is never DESTROY here",
      "may-it-travel.dmn | \"HELD\",\"REFUSED\" | \"HELD\",\"LOST\",\"REFUSED\" | fulfilment.bpmn | Verdict | No flow for verdict LOST",
      "export-cn.bpmn | id=\"Exported\" | id=\"Gone\" | fulfilment.bpmn | ExportOutcome | outcome is never Exported here"})
  void aGatewayKnowsEveryChoiceVerdictAndOutcome(String file, String what, String by, String where, String gateway,
      String reason) {
    Map<String, byte[]> files = files();
    String sound = new String(files.get(file), StandardCharsets.UTF_8);
    String changed = sound.replace(what, by);
    if (file.equals(EXPORT)) {
      changed = changed.replace("targetRef=\"Exported\"", "targetRef=\"Gone\"")
          .replace("bpmnElement=\"Exported\"", "bpmnElement=\"Gone\"");
    }
    assertThat(changed).isNotEqualTo(sound);
    files.put(file, changed.getBytes(StandardCharsets.UTF_8));

    refused(CHECK.check(files), where, gateway, reason);
  }

  // ---- lint

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "name=\"Declare on an export list\" | name=\"\" | Declare | It has no name",
      "name=\"Exported\" |  | Exported | It has no name",
      "name=\"released\" | name=\" \" | Flow_CustomsAnswer_Exported | has no name",
      "name=\"waitFor\" value=\"PT24H\" | name=\"waitFor\" value=\"a day\" | WaitForCustoms | is no duration",
      "name=\"waitFor\" value=\"PT24H\" | name=\"waitFor\" value=\"PT0S\" | WaitForCustoms | longer than nothing",
      "name=\"waitFor\" value=\"PT24H\" | name=\"wait\" value=\"PT24H\" | WaitForCustoms | no property waitFor",
      "name=\"onSilence\" | name=\"silence\" | WaitForCustoms | no property onSilence",
      "name=\"dueIn\" value=\"PT4H\" | name=\"dueIn\" value=\"4 h\" | CorrectExportList | is no duration",
      "name=\"urgency\" value=\"70\" | name=\"urgency\" value=\"170\" | CorrectExportList | from 1 to 100",
      "name=\"reason\" | name=\"why\" | CorrectExportList | no property reason",
      "camunda:historyTimeToLive=\"P180D\" |  | export-cn | history time to live",
      "isExecutable=\"true\" | isExecutable=\"false\" | export-cn | not executable",
      "bpmnElement=\"Declare\" | bpmnElement=\"Exported\" | Declare | not drawn on the diagram",
      "bpmnElement=\"Flow_ExportBegins_Declare\" | bpmnElement=\"Flow_Declare_WaitForCustoms\" | Flow_ExportBegins_Declare | not drawn"})
  void whatAReaderOrTheEngineNeedsIsThere(String what, String by, String element, String reason) {
    refused(broken(EXPORT, what, by == null ? "" : by), EXPORT, element, reason);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "name=\"stage\" value=\"COMPLIANCE\" | name=\"stage\" value=\"CUSTOMS\" | Screen | stage CUSTOMS does not exist",
      "name=\"status\" value=\"REFUSED\" | name=\"status\" value=\"NEVER\" | Refused | status NEVER does not exist",
      "name=\"status\" value=\"DELIVERED\" | name=\"state\" value=\"DELIVERED\" | Delivered | no property status"})
  void stagesAndStatusesAreThoseASellerKnows(String what, String by, String element, String reason) {
    refused(broken("fulfilment.bpmn", what, by), "fulfilment.bpmn", element, reason);
  }

  @Test
  void aProcessBearsTheNameOfItsFile() {
    refused(broken(EXPORT, "<bpmn:process id=\"export-cn\"", "<bpmn:process id=\"export-de\""), EXPORT, "export-de",
        "give both one name");
  }

  @Test
  void oneStartAndNoLooseEnds() {
    refused(broken(EXPORT, "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_Declare\"",
        "    <bpmn:startEvent id=\"Second\" name=\"x\" />\n    <bpmn:sequenceFlow id=\"Flow_ExportBegins_Declare\""),
        EXPORT, "export-cn", "2 start events");
    refused(broken(EXPORT, "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_Declare\"",
        "    <bpmn:endEvent id=\"Loose\" name=\"x\" />\n    <bpmn:sequenceFlow id=\"Flow_ExportBegins_Declare\""),
        EXPORT, "Loose", "No flow leads to it");
  }

  // ---- decisions and forms

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"hitPolicy=\"FIRST\" | hitPolicy=\"COLLECT\" | which-carrier | hit policy",
      "typeRef=\"double\" | typeRef=\"number\" | Input_weightKg | Its type is number",
      "camunda:historyTimeToLive=\"P180D\" |  | which-carrier | history time to live",
      "<text>\"bpost\"</text> | <text>${evil.run()}</text> | bpost-wished_in1 | reaches out of the table"})
  void aDecisionIsATableInFeelWithOneAnswer(String what, String by, String element, String reason) {
    refused(broken("which-carrier.dmn", what, by == null ? "" : by), "which-carrier.dmn", element, reason);
  }

  @Test
  void aDecisionWhoseLastRowLetsSomethingThroughIsRefused() {
    String entry = "<inputEntry id=\"Nobody_in3\">\n          <text>";

    refused(broken("which-carrier.dmn", entry + "-", entry + "\"NL\""), "which-carrier.dmn", "which-carrier",
        "does not catch everything");
  }

  @Test
  void aDecisionInAnotherLanguageIsRefused() {
    refused(broken("which-carrier.dmn", "<inputEntry id=\"Nobody_in1\"",
        "<inputEntry expressionLanguage=\"javascript\" id=\"Nobody_in1\""), "which-carrier.dmn", "Nobody_in1", "FEEL");
  }

  @Test
  void aDecisionBearsTheNameOfItsFile() {
    refused(broken("which-carrier.dmn", "<decision id=\"which-carrier\"", "<decision id=\"which-truck\""),
        "which-carrier.dmn", "", "of the same name");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"id\": \"chase-flight\" | \"id\": \"chase-boat\" | chase-boat | give both one name",
      "\"components\" | \"parts\" |  | It is no form", "\"type\": \"select\" | \"type\": \"textfield\" | Field_decision | is no choice",
      "\"required\": true | \"required\": false | Field_decision | may be left open",
      "\"label\": \"What about the flight?\" | \"label\": \"\" | Field_decision | has no label"})
  void aFormAsksForADecisionInWords(String what, String by, String element, String reason) {
    refused(broken("chase-flight.form", what, by), "chase-flight.form", element == null ? "" : element, reason);
  }

  @Test
  void aFormThatIsNoJsonIsRefused() {
    refused(broken("chase-flight.form", "{", "{{"), "chase-flight.form", "", "cannot be read");
  }
}
