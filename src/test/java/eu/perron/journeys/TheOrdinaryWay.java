package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the seller, and whoever has the number, sees of an order that nothing happens to. */
abstract class TheOrdinaryWay extends Journey {
  /** China customs dates what it decides by whole seconds, and the next one. */
  private static final Duration A_SECOND_OF_CUSTOMS = Duration.ofSeconds(2);

  @Test
  void theWholeTimelineIsToldInTheOrderOfTheJourney() {
    HeldPost post = new HeldPost(jdbc);
    post.hold("china-customs", "returnStatus>800");
    String order = placed("");
    patiently("customs released it")
        .until(() -> post.held("china-customs", "returnStatus>800").size() == 1);
    clock.pass(A_SECOND_OF_CUSTOMS);
    post.letGo();

    ends(order, "DELIVERED");
    // The carrier's messages come side by side; any may overtake those before it.
    patiently("all of the carrier's news is read")
        .untilAsserted(
            () ->
                assertThat(timeline(order))
                    .containsExactly(
                        "ORDERED",
                        "EXPORT_DECLARED",
                        "EXPORT_CLEARED",
                        "BAGGED",
                        "MAWB_CLOSED",
                        "RCS",
                        "DEP",
                        "ARR",
                        "RCF",
                        "TEMP_STORAGE",
                        "IMPORT_DECLARED",
                        "DUTY_DUE",
                        "RELEASED",
                        "LABELLED",
                        "HANDED_TO_CARRIER",
                        "CARRIER_ACCEPTED",
                        "CARRIER_ACCEPTED",
                        "OUT_FOR_DELIVERY",
                        "DELIVERED"));
    JsonNode view = view(order);
    assertThat(view.path("stage").asText()).isEqualTo("CLOSED");
    assertThat(view.path("openTask").isNull()).isTrue();
    assertThat(view.path("declarations").findValuesAsText("direction"))
        .containsExactly("EXPORT", "SECURITY", "IMPORT");
    assertThat(view.path("declarations").findValuesAsText("mrn"))
        .hasSize(3)
        .doesNotContain("", "null");
    assertThat(view.at("/consignment/state").asText()).isEqualTo("PRESENTED");
    assertThat(view.at("/parcels/0/carrierNumber").asText()).isNotEmpty();
    assertThat(
            List.of(
                send(asNobody("/api/v1/tracking/" + view.at("/parcels/0/carrierNumber").asText())
                        .GET())
                    .body()
                    .path("orderNumber")
                    .asText()))
        .containsExactly(order);
  }
}
