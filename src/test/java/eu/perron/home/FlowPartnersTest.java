package eu.perron.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.PerronTest;
import eu.perron.exchange.Nodes;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A diagram shows how the partner is that a step waits for. */
class FlowPartnersTest extends PerronTest {
  @Autowired private PartnerSwitch switches;
  @Autowired private Nodes nodes;

  @AfterEach
  void back() {
    switches.declareUp(Partner.ICS2, "test");
    switches.declareUp(Partner.BPOST, "test");
  }

  @Test
  void aWaitShowsItsPartner() {
    assertThat(ahead("consignment", "WaitForSecurity").path("partner").asText()).isEqualTo("ics2");
    assertThat(ahead("consignment", "WaitForSecurity").path("health").asText()).isEqualTo("WELL");
    assertThat(ahead("consignment", "WaitForCutOff").isMissingNode()).isTrue();

    switches.declareDown(Partner.ICS2, "anna", "maintenance");
    await()
        .untilAsserted(
            () ->
                assertThat(ahead("consignment", "WaitForSecurity").path("health").asText())
                    .isEqualTo("DECLARED_DOWN"));
  }

  @Test
  void aCallShowsOnlyThoseInsideThatAreNotWell() {
    await().until(() -> ahead("fulfilment", "LastMile").isMissingNode());
    switches.declareDown(Partner.BPOST, "anna", "strike");
    await()
        .untilAsserted(
            () ->
                assertThat(ahead("fulfilment", "LastMile").path("health").asText())
                    .isEqualTo("DECLARED_DOWN"));
  }

  @Test
  void anUnknownProcessHasNone() {
    assertThat(send(asNobody("/flow/no-such/partners").GET()).status()).isEqualTo(404);
  }

  @Test
  void theNodeSaysThatItLives() {
    await()
        .untilAsserted(
            () ->
                assertThat(nodes.all())
                    .filteredOn(Nodes.Node::me)
                    .singleElement()
                    .matches(Nodes.Node::alive));
  }

  private JsonNode ahead(String process, String activity) {
    return send(asNobody("/flow/" + process + "/partners").GET()).body().path(activity).path(0);
  }
}
