package eu.perron.tracking;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TrackingTest extends PerronTest {
  @Autowired private ApplicationEventPublisher events;
  @Autowired private Timeline timeline;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  private String placed(AnOrder order) {
    return post("/api/v1/orders", "application/json", order.json())
        .body()
        .path("orderNumber")
        .asText();
  }

  private Stream<MilestoneCode> codes(String order) {
    return timeline.of(order).stream().map(TimelineEntry::code);
  }

  @Test
  void anOrderIsShownWholeToItsSeller() {
    AnOrder order = anOrder();
    String number = placed(order);
    JsonNode view = get("/api/v1/orders/" + number).body();
    assertThat(view.path("reference").asText()).isEqualTo(order.reference());
    assertThat(view.path("lane").asText()).isEqualTo("CN-BE");
    assertThat(view.path("transportCost").isTextual()).isTrue();
    assertThat(view.at("/lines/0/unitPrice").asText()).isEqualTo("12.90");
    assertThat(view.at("/parcels/0/number").asText()).isEqualTo(number + "01");
    assertThat(view.at("/timeline/0/code").asText()).isEqualTo("ORDERED");
    assertThat(view.path("promisedBy").asText()).isEqualTo("2026-11-30");
    for (String property :
        List.of("status", "stage", "declarations", "consignment", "landedCost", "openTask")) {
      assertThat(view.has(property)).as(property).isTrue();
    }
  }

  @Test
  void whatBelongsToAnotherSellerIsNotFound() {
    String number = placed(anOrder());
    jdbc.sql("UPDATE orders SET seller_id = 'somebody-else' WHERE number = :number")
        .param("number", number)
        .update();
    assertThat(get("/api/v1/orders/" + number).status()).isEqualTo(404);
    assertThat(get("/api/v1/orders/P26AAAAAAAAA").status()).isEqualTo(404);
  }

  @Test
  void theSameToldTwiceStandsOnceAndInTheOrderOfTime() {
    String number = placed(anOrder());
    Instant then = Instant.parse("2026-11-21T08:00:00Z");
    transaction.executeWithoutResult(
        running -> {
          events.publishEvent(
              Milestone.of(
                  number, MilestoneCode.EXPORT_CLEARED, then.plusSeconds(60), "china-customs"));
          events.publishEvent(Milestone.of(number, MilestoneCode.EXPORT_DECLARED, then, "exports"));
          events.publishEvent(
              Milestone.of(
                  number, MilestoneCode.EXPORT_CLEARED, then.plusSeconds(60), "china-customs"));
        });
    events.publishEvent(Milestone.of(number, MilestoneCode.EXPORT_DECLARED, then, "exports"));
    assertThat(codes(number).filter(code -> code.name().startsWith("EXPORT")))
        .containsSubsequence(MilestoneCode.EXPORT_DECLARED, MilestoneCode.EXPORT_CLEARED);
    assertThat(timeline.of(number).stream().filter(each -> each.at().equals(then.plusSeconds(60))))
        .hasSize(1);
  }

  @Test
  void aTransactionThatFailsTellsNothing() {
    String number = placed(anOrder());
    transaction.executeWithoutResult(
        running -> {
          events.publishEvent(
              Milestone.of(
                  number, MilestoneCode.LOST, Instant.parse("2026-11-21T08:00:00Z"), "test"));
          running.setRollbackOnly();
        });
    assertThat(codes(number)).doesNotContain(MilestoneCode.LOST);
  }

  @Test
  void whatHappensToAFlightHappensToEveryOrderAboard() {
    List<String> aboard = List.of(placed(anOrder()), placed(anOrder()));
    String pulled = placed(anOrder());
    jdbc.sql(
            "INSERT INTO air_consignment (number, route, cargo_aircraft_only, schedule_id, state, opened_at, "
                + "cut_off_at, quiet_ms, airline, flight, flight_date, origin, destination) VALUES "
                + "('TT-1', 'CN-BE', FALSE, 1, 'PRESENTED', NOW(), NOW(), 0, 'XX', 'XX1', NOW(), 'HGH', 'LGG')")
        .update();
    Stream.concat(aboard.stream(), Stream.of(pulled))
        .forEach(
            order ->
                jdbc.sql(
                        "REPLACE INTO freight_house (order_number, consignment_number, joined_at, pieces, weight_kg, goods, hs_codes, "
                            + "traders, state, security, security_open) VALUES (:order, 'TT-1', NOW(), 1, 1, '', '', '{}', "
                            + ":state, 'NONE', FALSE)")
                    .param("order", order)
                    .param("state", order.equals(pulled) ? "PULLED" : "ABOARD")
                    .update());
    ConsignmentMilestone departed =
        ConsignmentMilestone.of(
                "TT-1", MilestoneCode.DEP, Instant.parse("2026-11-21T08:00:00Z"), "airline")
            .at("HGH");
    events.publishEvent(departed);
    events.publishEvent(departed);
    assertThat(aboard)
        .allSatisfy(order -> assertThat(codes(order).filter(MilestoneCode.DEP::equals)).hasSize(1));
    assertThat(codes(pulled)).doesNotContain(MilestoneCode.DEP);
  }

  @Test
  void anybodyMayTrackByOrderOrParcelNumberAndLearnsNothingPersonal() {
    String number = placed(anOrder());
    Answer byOrder = send(asNobody("/api/v1/tracking/" + number.toLowerCase()).GET());
    Answer byParcel = send(asNobody("/api/v1/tracking/" + number + "01").GET());
    assertThat(byOrder.status()).isEqualTo(200);
    assertThat(byParcel.body().path("orderNumber").asText()).isEqualTo(number);
    assertThat(byOrder.text())
        .doesNotContain("Claeys")
        .doesNotContain("Veldstraat")
        .doesNotContain("puzzle")
        .doesNotContain("CURL")
        .doesNotContain("12.90");
    assertThat(send(asNobody("/api/v1/tracking/NOSUCHNUMBER").GET()).status()).isEqualTo(404);
  }

  @Test
  void theConsigneesPageSpeaksTheirLanguage() {
    String number = placed(anOrder());
    Answer dutch = send(asNobody("/track/" + number).header("Accept-Language", "nl-BE").GET());
    assertThat(dutch.status()).isEqualTo(200);
    assertThat(dutch.text())
        .contains("Je pakket is onderweg")
        .contains("De winkel gaf ons je bestelling door")
        .contains("30 november 2026")
        .doesNotContain("Claeys")
        .doesNotContain("??");
    assertThat(send(asNobody("/track/" + number).header("Accept-Language", "fr").GET()).text())
        .contains("heure locale : Chine")
        .doesNotContain("??");
    assertThat(send(asNobody("/track/" + number).header("Accept-Language", "fi").GET()).text())
        .contains("Your parcel is on its way")
        .contains("30 November 2026");
    assertThat(send(asNobody("/track").header("Accept-Language", "zh-CN").GET()).text())
        .contains("查询包裹");
    assertThat(send(asNobody("/track?number=" + number).GET()).header("Location"))
        .endsWith("/track/" + number);
    assertThat(send(asNobody("/track/UNKNOWN").GET()).status()).isEqualTo(404);
  }

  @Test
  void identifiersAreCheckedForAnybody() {
    Answer valid = send(asNobody("/api/v1/identifiers/ioss/IM0560000010").GET());
    assertThat(valid.body().path("valid").asBoolean()).isTrue();
    Answer invalid = send(asNobody("/api/v1/identifiers/ioss/IM5532027340").GET());
    assertThat(invalid.status()).isEqualTo(200);
    assertThat(invalid.body().path("reason").asText()).isNotBlank();
    Answer unknown = send(asNobody("/api/v1/identifiers/shoe-size/43").GET());
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body().path("kinds")).hasSize(11);
  }
}
