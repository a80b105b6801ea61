package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.perron.PerronTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs in the engine is guarded even if a model gets there past every check of ours. */
class EngineGuardTest extends PerronTest {
  private static final String REFLECTION =
      "${''.getClass().forName('eu.perron.flow.EngineGuardTest').getMethod('gotIn').invoke(null)}";
  private static final AtomicBoolean IN = new AtomicBoolean();

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private DecisionService decisions;

  /** What must never run. */
  public static final class Burglar implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      gotIn();
    }
  }

  public static boolean gotIn() {
    IN.set(true);
    return true;
  }

  @BeforeEach
  void nobodyIsIn() {
    IN.set(false);
  }

  @AfterEach
  void nobodyGotIn() {
    assertThat(IN).as("code of the model ran").isFalse();
    repository
        .createDeploymentQuery()
        .deploymentName("burglary")
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REFLECTION,
        "${execution.processEngineServices.runtimeService}",
        "${execution.getBpmnModelInstance()}",
        "${execution.setVariable('a', 'b')}",
        "#{''.class}",
        "${exportCn.toString()}",
        "${exportCn.declare('x')}"
      })
  void anExpressionThatReachesOutIsRefused(String expression) {
    deploy(
        "burglary.bpmn",
        process(
            "<bpmn:serviceTask id=\"Work\" camunda:expression=\"%s\" />"
                .formatted(expression.replace("\"", "&quot;"))));

    refused(() -> runtime.startProcessInstanceByKey("burglary", "BURGLARY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:serviceTask id=\"Work\" camunda:class=\"eu.perron.flow.EngineGuardTest$Burglar\" />",
        "<bpmn:serviceTask id=\"Work\" camunda:delegateExpression=\"${burglar}\" />",
        "<bpmn:serviceTask id=\"Work\" camunda:type=\"external\" camunda:topic=\"t\" />",
        "<bpmn:scriptTask id=\"Work\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "<bpmn:scriptTask id=\"Work\" scriptFormat=\"groovy\" camunda:resource=\"classpath:x\" />",
        "<bpmn:manualTask id=\"Work\"><bpmn:extensionElements><camunda:executionListener event=\"start\" "
            + "class=\"eu.perron.flow.EngineGuardTest$Burglar\" /></bpmn:extensionElements></bpmn:manualTask>",
        "<bpmn:userTask id=\"Work\"><bpmn:extensionElements><camunda:taskListener event=\"create\" "
            + "class=\"eu.perron.flow.EngineGuardTest$Burglar\" /></bpmn:extensionElements></bpmn:userTask>"
      })
  void aModelThatBringsCodeIsNotEvenDeployed(String work) {
    refused(() -> deploy("burglary.bpmn", process(work)));

    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("burglary").count())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "groovy", "juel"})
  void aTableOfDecisionsRunsNoCode(String language) {
    deploy(
        "burglary.dmn",
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
            id="d" name="d" namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="burglary" name="burglary" camunda:historyTimeToLive="P1D">
            <decisionTable id="t">
              <output id="o" name="o" typeRef="string" />
              <rule id="r"><outputEntry id="e" expressionLanguage="%s"><text>%s</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>"""
            .formatted(language, language.equals("juel") ? REFLECTION : "1"));

    refused(() -> decisions.evaluateDecisionTableByKey("burglary", Map.of()));
  }

  @Test
  void beansThatAreNoStepsDoNotExistForExpressions() {
    for (String bean : List.of("jdbcTemplate", "processEngine", "desk", "orders")) {
      deploy(
          "burglary.bpmn",
          process("<bpmn:serviceTask id=\"Work\" camunda:expression=\"${%s}\" />".formatted(bean)));

      refused(
          () -> runtime.startProcessInstanceByKey("burglary", "BURGLARY"),
          "Cannot resolve identifier '" + bean);
    }
  }

  /**
   * The engine itself looks at plain queries only; what stands inside {@code or()} is left to the
   * guard.
   */
  @Test
  void anExpressionInATaskQueryIsRefused() {
    refused(
        () ->
            tasks
                .createTaskQuery()
                .or()
                .taskCandidateGroupExpression(REFLECTION)
                .taskName("x")
                .endOr()
                .list());
    refused(
        () ->
            tasks
                .createTaskQuery()
                .or()
                .dueBeforeExpression(REFLECTION)
                .taskName("x")
                .endOr()
                .count());
    refused(
        () -> tasks.createTaskQuery().taskAssigneeExpression(REFLECTION).list(),
        "forbidden in adhoc queries");
  }

  private static void refused(ThrowingCallable burglary) {
    refused(burglary, "guard refuses");
  }

  private static void refused(ThrowingCallable burglary, String words) {
    Throwable caught = catchThrowable(burglary);

    assertThat(caught).as("refusal").isNotNull();
    assertThat(caught).hasStackTraceContaining(words);
  }

  private void deploy(String file, String text) {
    repository.createDeployment().name("burglary").addString(file, text).deploy();
  }

  private static String process(String work) {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="b" targetNamespace="burglary">
          <bpmn:process id="burglary" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Start" />
            <bpmn:sequenceFlow id="a" sourceRef="Start" targetRef="Work" />
            %s
            <bpmn:sequenceFlow id="z" sourceRef="Work" targetRef="End" />
            <bpmn:endEvent id="End" />
          </bpmn:process>
        </bpmn:definitions>"""
        .formatted(work);
  }
}
