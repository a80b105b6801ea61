package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the seller, and whoever has the number, sees of an order that nothing happens to. */
abstract class TheOrdinaryWay extends Journey {
  @Test
  void theWholeTimelineIsToldInTheOrderOfTheJourney() {
    String order = placed("");

    ends(order, "DELIVERED");

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
            "DELIVERED");
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
