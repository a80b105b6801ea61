package eu.perron.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.PerronTest;
import eu.perron.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What owners and everybody see of the models. */
class StudioTest extends PerronTest {
  @Test
  void processesAndDecisionsAreListedWithTheirVersions() {
    Visitor owner = new Visitor(this::url).loggedInAs("owner");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> owner.read("/studio").contains("fulfilment.bpmn"));
    assertThat(owner.read("/studio"))
        .contains("may-it-travel.dmn")
        .contains("/studio/processes/import-be");
    assertThat(owner.read("/studio/processes/import-be"))
        .contains("WaitForRelease")
        .contains("PT2H");
    assertThat(owner.read("/studio/decisions/may-it-travel")).contains("perron-decision");
    assertThat(owner.open("/studio/processes/no-such").statusCode()).isEqualTo(404);
    assertThat(owner.open("/studio/processes/fulfilment?version=999").statusCode()).isEqualTo(404);
  }

  @Test
  void everybodyMaySeeTheFlowAliveButNotTheStudio() throws Exception {
    Visitor visitor = new Visitor(this::url);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> visitor.open("/studio/processes/fulfilment/diagram.bpmn").statusCode() == 200);
    assertThat(visitor.read("/studio/processes/fulfilment/diagram.bpmn?version=1"))
        .contains("<bpmn:process");
    assertThat(json.readTree(visitor.read("/flow/fulfilment/counts")).isObject()).isTrue();
    assertThat(visitor.open("/flow/no-such/counts").statusCode()).isEqualTo(404);
    assertThat(visitor.read("/")).contains("ExportClearance=export-cn");
    assertThat(json.readTree(visitor.read("/element-templates.json")).isArray()).isTrue();
    assertThat(visitor.open("/studio").uri().getPath()).isEqualTo("/login");
  }
}
