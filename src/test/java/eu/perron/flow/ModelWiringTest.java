package eu.perron.flow;

import static eu.perron.flow.BrokenModels.CHECK;
import static eu.perron.flow.BrokenModels.EXPORT;
import static eu.perron.flow.BrokenModels.RELEASED;
import static eu.perron.flow.BrokenModels.broken;
import static eu.perron.flow.BrokenModels.files;
import static eu.perron.flow.BrokenModels.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.flow.ModelCheck.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that means nothing is refused where it stands. */
class ModelWiringTest {
  private static final String DECLARE = "camunda:expression=\"${exportCn.declare(execution)}\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${exportDe.declare(execution)} | There is no flow class exportDe",
        "${exportCn.declareTwice(execution)} | has no step declareTwice",
        "${exportCn.toString(execution)} | has no step toString"
      })
  void aStepMustExist(String expression, String reason) {
    refused(
        broken(EXPORT, "${exportCn.declare(execution)}", expression), EXPORT, "Declare", reason);
  }

  @Test
  void aServiceTaskNamesAStep() {
    refused(broken(EXPORT, " " + DECLARE, ""), EXPORT, "Declare", "It names no step");
  }

  @Test
  void aDecisionMustExistAndGiveASingleResult() {
    refused(
        broken("import-be.bpmn", "decisionRef=\"which-declaration\"", "decisionRef=\"which-tax\""),
        "import-be.bpmn",
        "WhichDeclaration",
        "There is no decision which-tax");
    refused(
        broken(
            "import-be.bpmn",
            "mapDecisionResult=\"singleResult\"",
            "mapDecisionResult=\"resultList\""),
        "import-be.bpmn",
        "WhichDeclaration",
        "singleResult");
  }

  @Test
  void aFormMustExist() {
    refused(
        broken(EXPORT, "formRef=\"handle-detention\"", "formRef=\"handle-it\""),
        EXPORT,
        "HandleDetention",
        "There is no form handle-it");
  }

  @Test
  void aDeskMustExist() {
    refused(
        broken(EXPORT, "candidateGroups=\"export-desk\"", "candidateGroups=\"nobody\""),
        EXPORT,
        "CorrectExportList",
        "There is no desk nobody");
  }

  @Test
  void aPartnerThatIsWaitedForMustExist() {
    refused(
        broken(EXPORT, "value=\"china-customs\"", "value=\"customs\""),
        EXPORT,
        "WaitForCustoms",
        "There is no partner customs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calledElement=\"air-freight\" | calledElement=\"sea-freight\" | AirFreight",
        "calledElement=\"${fulfilment.exportProcess(execution)}\" |"
            + " calledElement=\"${fulfilment.withdraw(execution)}\" | ExportClearance",
        "calledElement=\"${fulfilment.exportProcess(execution)}\" |"
            + " calledElement=\"${fulfilment.anyProcess(execution)}\" | ExportClearance"
      })
  void aCalledProcessMustExist(String what, String by, String element) {
    refused(broken("fulfilment.bpmn", what, by), "fulfilment.bpmn", element, "");
  }

  @Test
  void aWaitThatNoFlowClassKnowsIsRefusedAndSoIsOneThatIsGone() {
    Map<String, byte[]> files = files();
    files.put(
        EXPORT,
        new String(files.get(EXPORT), StandardCharsets.UTF_8)
            .replace("WaitForInspection", "WaitForNothing")
            .getBytes(StandardCharsets.UTF_8));

    List<Refusal> refusals = CHECK.check(files);

    refused(refusals, EXPORT, "WaitForNothing", "Nobody answers here");
    refused(refusals, EXPORT, "WaitForInspection", "is not drawn any more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answer == 'INSPECTION' | answer == 'INSPECTED' | answer is never INSPECTED here",
        "answer == 'INSPECTION' | answer == 'INSPECTED' | No flow for answer INSPECTION",
        "answer == 'LATE' | answer == 'LATELY' | No flow for answer LATE",
        "answer == 'LATE' | answer == 'RETURNED' | No flow for answer LATE",
        "answer == 'RELEASED' | outcome == 'RELEASED' | ask for several facts"
      })
  void aGatewayKnowsEveryAnswerAndNoOther(String what, String by, String reason) {
    refused(broken(EXPORT, what, by), EXPORT, "CustomsAnswer", reason);
  }

  @Test
  void anAnswerTestedTwiceIsRefused() {
    refused(
        broken(EXPORT, "answer == 'RETURNED'", "answer == 'RELEASED'"),
        EXPORT,
        "Flow_CustomsAnswer_CorrectExportList",
        "is tested twice");
  }

  @Test
  void aFlowWithoutConditionAndADefaultFlowAreRefused() {
    refused(
        broken(EXPORT, RELEASED, ""), EXPORT, "Flow_CustomsAnswer_Exported", "has no condition");
    refused(
        broken(
            EXPORT,
            "<bpmn:exclusiveGateway id=\"CustomsAnswer\"",
            "<bpmn:exclusiveGateway id=\"CustomsAnswer\" default=\"Flow_CustomsAnswer_Exported\""),
        EXPORT,
        "CustomsAnswer",
        "default flow");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "handle-detention.form | \"GIVE_UP\" | \"LET_GO\" | export-cn.bpmn | DetentionDecision | No"
            + " flow for decision LET_GO",
        "decide-return.form | \"DESTROY\" | \"BURN\" | return.bpmn | ReturnDecision | No flow for"
            + " decision BURN",
        "decide-return.form | \"DESTROY\" | \"BURN\" | return.bpmn | ReturnRecorded | decision is"
            + " never DESTROY here",
        "may-it-travel.dmn | \"HELD\",\"REFUSED\" | \"HELD\",\"LOST\",\"REFUSED\" | fulfilment.bpmn"
            + " | Verdict | No flow for verdict LOST",
        "export-cn.bpmn | id=\"Exported\" | id=\"Gone\" | fulfilment.bpmn | ExportOutcome | No"
            + " flow for outcome Gone"
      })
  void aGatewayKnowsEveryChoiceVerdictAndOutcome(
      String file, String what, String by, String where, String gateway, String reason) {
    Map<String, byte[]> files = files();
    String sound = new String(files.get(file), StandardCharsets.UTF_8);
    String changed = sound.replace(what, by);
    if (file.equals(EXPORT)) {
      changed =
          changed
              .replace("targetRef=\"Exported\"", "targetRef=\"Gone\"")
              .replace("bpmnElement=\"Exported\"", "bpmnElement=\"Gone\"");
    }
    assertThat(changed).isNotEqualTo(sound);
    files.put(file, changed.getBytes(StandardCharsets.UTF_8));

    refused(CHECK.check(files), where, gateway, reason);
  }
}
