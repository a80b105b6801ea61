package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The seller reads what holds an order and cures what is theirs. */
class SellersCorrectionsTest extends Journey {
  private static final String TRAIN = "wooden train with rails, for children";

  private Answer corrected(String order, String json) {
    return post("/api/v1/orders/" + order + "/corrections", "application/json", json);
  }

  private JsonNode findings(String order) {
    return get("/api/v1/orders/" + order + "/findings").body().path("findings");
  }

  private String held(AnOrder order) {
    String number = placed(order);
    asks(number, "ReviewOrder");
    return number;
  }

  @Test
  void aVagueDescriptionIsMendedAndTheOrderGoesOn() {
    String order = held(AnOrder.anOrder().with("/lines/0/description", "gift"));
    JsonNode finding = findings(order).get(0);
    assertThat(finding.path("code").asText()).isEqualTo("VAGUE_DESCRIPTION");
    assertThat(finding.path("line").asInt()).isEqualTo(1);
    assertThat(finding.path("correctable").asBoolean()).isTrue();
    assertThat(finding.path("law").asText()).contains("18 05");
    assertThat(finding.path("cure").asText()).isNotBlank();
    assertThat(finding.path("what").asText()).contains("gift").doesNotContain("Law:");

    Answer taken =
        corrected(order, "{\"lines\": [{\"line\": 1, \"description\": \"%s\"}]}".formatted(TRAIN));

    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    passes(order, "fulfilment:ExportClearance");
    assertThat(view(order).at("/lines/0/description").asText(TRAIN)).isEqualTo(TRAIN);
    assertThat(findings(order).get(0).path("state").asText()).isEqualTo("CORRECTED");
    assertThat(
            corrected(order, "{\"iossNumber\": \"IM3720000224\"}").body().path("reason").asText())
        .isEqualTo("not-held");
    assertThat(
            jdbc.sql(
                        "SELECT COUNT(*) FROM audit_entry WHERE about = :order AND who = 'seller"
                            + " demo'")
                    .param("order", order)
                    .query(Integer.class)
                    .single()
                + jdbc.sql(
                        "SELECT COUNT(*) FROM audit_waiting WHERE about = :order AND who = 'seller"
                            + " demo'")
                    .param("order", order)
                    .query(Integer.class)
                    .single())
        .isPositive();
  }

  @Test
  void whatIsMissingIsGivenAllAtOnce() {
    String order =
        held(
            AnOrder.anOrder()
                .without("/euResponsiblePerson")
                .with("/iossNumber", "IM9990000224")
                .with("/lines/0/sku", null)
                .with("/lines/0/manufacturerPartNumber", null));
    assertThat(findings(order).findValuesAsText("code"))
        .contains("IOSS_INVALID", "RESPONSIBLE_PERSON_MISSING", "IDENTIFIERS_MISSING");

    Answer taken =
        corrected(
            order,
            """
            {"iossNumber": "IM3720000224", "note": "all here",
             "euResponsiblePerson": {"name": "Ardenne Conformity SRL", "street": "Quai 1", "city": "Namur",
               "postcode": "5000", "country": "BE", "email": "post@example.org"},
             "lines": [{"line": 1, "sku": "TR-1", "manufacturerPartNumber": "XH-77"}]}
            """);

    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    passes(order, "fulfilment:ExportClearance");
  }

  @Test
  void whatMendsNothingIsHeldAgain() {
    String order = held(AnOrder.anOrder().with("/lines/0/description", "gift"));

    assertThat(
            corrected(order, "{\"lines\": [{\"line\": 1, \"description\": \"samples\"}]}").status())
        .isEqualTo(202);

    asks(order, "ReviewOrder");
    assertThat(findings(order).findValuesAsText("state")).containsExactly("CORRECTED", "OPEN");
  }

  @Test
  void whatIsNotACorrectionIsRefusedByName() {
    String order = held(AnOrder.anOrder().with("/lines/0/description", "gift"));

    assertThat(corrected(order, "{").status()).isEqualTo(400);
    assertThat(corrected(order, "{\"consignee\": {}}").errors())
        .containsExactly("/consignee unknown-property");
    assertThat(corrected(order, "{}").errors()).containsExactly(" required");
    assertThat(corrected(order, "{\"lines\": [{\"line\": 9, \"sku\": \"A\"}]}").errors())
        .containsExactly("/lines/0/line no-such-line");
    assertThat(corrected(order, "{\"lines\": [{\"line\": 1, \"hsCode\": \"61.09\"}]}").errors())
        .containsExactly("/lines/0/hsCode hs-code");
    assertThat(corrected("P00000000000", "{\"iossNumber\": \"IM3720000224\"}").status())
        .isEqualTo(404);
    assertThat(get("/api/v1/orders/P00000000000/findings").status()).isEqualTo(404);
  }

  @Test
  void aLikenessToAListedPartyIsNotTheSellersAndNotToldThem() {
    String order = held(AnOrder.anOrder().with("/consignee/name", "Zoltann Quillfether"));

    Answer refused = corrected(order, "{\"iossNumber\": \"IM3720000224\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("reason").asText()).isEqualTo("not-yours");
    assertThat(findings(order).toString())
        .contains("SANCTIONED_PARTY")
        .doesNotContain("EU.0.1")
        .doesNotContain("Quillfeather");
    decides(
        order, new Decision("ReviewOrder", Map.of("decision", "TRAVELS", "note", "no relation")));
    passes(order, "fulfilment:ExportClearance");
  }
}
