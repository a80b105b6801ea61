package eu.perron.flow;

import static eu.perron.flow.BrokenModels.CHECK;
import static eu.perron.flow.BrokenModels.EXPORT;
import static eu.perron.flow.BrokenModels.RELEASED;
import static eu.perron.flow.BrokenModels.broken;
import static eu.perron.flow.BrokenModels.files;
import static eu.perron.flow.BrokenModels.refused;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process must not contain is refused where it stands. */
class ModelGuardTest {
  private static final String DECLARE = "camunda:expression=\"${exportCn.declare(execution)}\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:class=\"eu.perron.Evil\" | camunda:class names a Java class",
        "camunda:delegateExpression=\"${evil}\" | camunda:delegateExpression names a delegate",
        "camunda:type=\"external\" camunda:topic=\"t\" | outside worker",
        "camunda:expression=\"${exportCn.declare(execution)}\" camunda:resultVariable=\"x\" |"
            + " camunda:resultVariable keeps a result",
        "camunda:expression=\"${exportCn.declare(execution)}\" camunda:asyncBefore=\"true\" |"
            + " asyncReason",
        "camunda:expression=\"${exportCn.declare(execution)}\" camunda:asyncAfter=\"true\" |"
            + " asyncReason",
        "camunda:expression=\"${exportCn.declare(execution, 'x')}\" | is not allowed",
        "camunda:expression=\"#{exportCn.declare(execution)}\" | is not allowed",
        "camunda:expression=\"${''.getClass().forName('java.lang.Runtime')}\" | is not allowed",
        "camunda:expression=\"${execution.getProcessEngineServices()}\" | is not allowed"
      })
  void aStepIsNamedAndNothingElse(String attributes, String reason) {
    refused(broken(EXPORT, DECLARE, attributes), EXPORT, "Declare", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<camunda:executionListener event=\"start\" expression=\"${exportCn.declare(execution)}\""
            + " /> | is a listener",
        "<camunda:taskListener event=\"create\" class=\"Evil\" /> | is a listener",
        "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector> |"
            + " is a connector",
        "<camunda:inputOutput><camunda:inputParameter"
            + " name=\"a\">b</camunda:inputParameter></camunda:inputOutput> | maps variables"
      })
  void extensionsThatRunSomethingAreRefused(String extension, String reason) {
    refused(
        broken("fulfilment.bpmn", "<camunda:properties>", extension + "<camunda:properties>"),
        "fulfilment.bpmn",
        "Screen",
        reason);
  }

  @Test
  void aScriptTaskIsRefused() {
    Map<String, byte[]> files = files();
    String sound = new String(files.get(EXPORT), StandardCharsets.UTF_8);
    files.put(
        EXPORT,
        sound
            .replaceAll(
                "(?s)<bpmn:serviceTask id=\"RecordPaperRelease\".*?</bpmn:serviceTask>",
                Matcher.quoteReplacement(
                    "<bpmn:scriptTask id=\"RecordPaperRelease\" name=\"x\" scriptFormat=\"groovy\">"
                        + "<bpmn:incoming>Flow_ChaseDecision_RecordPaperRelease</bpmn:incoming>"
                        + "<bpmn:outgoing>Flow_RecordPaperRelease_Exported</bpmn:outgoing><bpmn:script>1</bpmn:script></bpmn:scriptTask>"))
            .getBytes(StandardCharsets.UTF_8));

    refused(CHECK.check(files), EXPORT, "RecordPaperRelease", "is a script");
  }

  @Test
  void aTimerOnTheBoundaryIsRefused() {
    refused(
        broken(
            EXPORT,
            "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_DrawDocuments\"",
            "    <bpmn:boundaryEvent id=\"Late\" name=\"late\" attachedToRef=\"WaitForCustoms\""
                + " />\n"
                + "    <bpmn:sequenceFlow id=\"Flow_ExportBegins_DrawDocuments\""),
        EXPORT,
        "Late",
        "is a boundary event");
  }

  @Test
  void aReceiveTaskWithAMessageIsRefused() {
    refused(
        broken(
            EXPORT,
            "<bpmn:receiveTask id=\"WaitForCustoms\"",
            "<bpmn:receiveTask id=\"WaitForCustoms\" messageRef=\"m\""),
        EXPORT,
        "WaitForCustoms",
        "waits for a message");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${exportCn.declare(execution)}",
        "${answer}",
        "${execution.getVariable('answer') == 'RELEASED'}",
        "${answer == 'RELEASED' and decision == 'GIVE_UP'}",
        "${empty == true}",
        "answer == 'RELEASED'",
        "${answer == 'RELEASED' or decision == 'GIVE_UP'}"
      })
  void aConditionIsAPlainComparisonOfOneFact(String condition) {
    refused(
        broken(EXPORT, RELEASED, RELEASED.replace("${answer == 'RELEASED'}", condition)),
        EXPORT,
        "Flow_CustomsAnswer_Exported",
        "is not a plain comparison");
  }

  @Test
  void aConditionInAScriptLanguageIsRefused() {
    refused(
        broken(EXPORT, RELEASED, RELEASED.replace("xsi:type", "language=\"groovy\" xsi:type")),
        EXPORT,
        "Flow_CustomsAnswer_Exported",
        "language");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"Declare on an export list\" | name=\"${evil.run()}\" | Declare",
        "value=\"PT24H\" | value=\"${patience}\" | WaitForCustoms"
      })
  void anExpressionWhereWordsBelongIsRefused(String what, String by, String element) {
    refused(broken(EXPORT, what, by), EXPORT, element, "is not allowed");
  }

  @Test
  void anExpressionInADocumentationIsRefused() {
    refused(
        broken(EXPORT, "The order joins the next", "${evil.run()} joins the next"),
        EXPORT,
        "Declare",
        "An expression stands in the text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:in variables=\"all\" />",
        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" /><camunda:in source=\"a\""
            + " target=\"b\" />",
        "<camunda:in businessKey=\"#{execution.processInstanceId}\" />"
      })
  void aCalledProcessIsHandedTheBusinessKeyAlone(String in) {
    refused(
        broken(
            "fulfilment.bpmn",
            "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
            in),
        "fulfilment.bpmn",
        "ExportClearance",
        "the business key");
  }
}
