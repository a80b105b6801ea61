package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import eu.perron.AnOrder;
import eu.perron.PerronTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a waiting order costs the engine: an execution in each process it is in, and nothing else.
 */
class LeanModelTest extends PerronTest {
  @Autowired private ProcessEngine engine;

  @Test
  void aWaitingOrderHasNoVariableNoJobAndNoSubscription() {
    init(engine);
    String order = placed("silk scarf, hand rolled edge, lot CEBNONE");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(export(order)).isNotNull().isWaitingAtExactly("WaitForCustoms"));
    ProcessInstance export = export(order);

    assertThat(export).hasNoVariables();
    assertThat(fulfilment(order)).isWaitingAtExactly("ExportClearance").hasNoVariables();
    assertThat(
            engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(export.getId())
                .count())
        .isZero();
    assertThat(
            engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(export.getId())
                .count())
        .isZero();
    assertThat(
            engine
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(export.getId())
                .count())
        .isEqualTo(1);
  }

  private ProcessInstance export(String order) {
    return instance("export-cn", order);
  }

  private ProcessInstance fulfilment(String order) {
    return instance("fulfilment", order);
  }

  private ProcessInstance instance(String process, String order) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(order)
        .singleResult();
  }

  private String placed(String goods) {
    Answer taken =
        post(
            "/api/v1/orders",
            "application/json",
            AnOrder.anOrder().with("/lines/0/description", goods).json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken.body().path("orderNumber").asText();
  }
}
