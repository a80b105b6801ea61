package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every way through {@code processes/consignment.bpmn}. */
class ConsignmentTest extends InTheAir {
  @Test
  void whatFliesTogetherIsPresentedTogether() {
    List<String> orders = List.of(flies(""), flies(""), flies(""));
    String consignment = consignmentOf(orders.get(0));

    passes(consignment, "consignment", "Present");

    assertThat(freight.presentOrders(consignment)).containsAll(orders);
    orders.forEach(order -> passes(order, "air-freight", "Presented"));
  }

  @Test
  void offloadedItFliesOnTheFlightItIsRebookedTo() {
    String order = flies(" lot AIROFLD");
    String consignment = consignmentOf(order);

    decide(consignment, "RebookFlight", Map.of("flight", "3V0903", "flightDate", "2026-11-24"));

    passes(consignment, "consignment", "Present");
    assertThat(freight.consignment(consignment).orElseThrow().flight()).isEqualTo("3V0903");
    passes(order, "air-freight", "Presented");
  }

  @Test
  void whatStillLiesInStorageAfterSeventyFiveDaysIsATaskForItsFlight() {
    String order = flies("");
    String consignment = consignmentOf(order);
    passes(consignment, "consignment", "Present");

    timeIsOver(consignment, "InStorage");
    decide(consignment, "EndStorage", Map.of("decision", "DONE", "note", "re-exported"));

    passes(consignment, "consignment", "OutOfStorage");
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM timeline_event WHERE order_number = :order "
                        + "AND code = 'TEMP_STORAGE' AND source = 'imports'")
                .param("order", order)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aRefusedWaybillIsSentAgain() {
    String order = flies(" lot AIRFNA");
    String consignment = consignmentOf(order);

    decide(
        consignment,
        "ArrangeFlight",
        Map.of("decision", "SEND_AGAIN", "flight", "3V0903", "flightDate", "2026-11-24"));

    passes(order, "air-freight", "Presented");
    assertThat(freight.consignment(consignment).orElseThrow().attempt()).isEqualTo(2);
  }

  @Test
  void aHouseNobodyAssessedIsPulledAndTheRestFlies() {
    String silent = flies(" lot ENSNONE");
    String assessed = flies("");
    String consignment = consignmentOf(silent);

    timeIsOver(consignment, "WaitForSecurity");
    decide(consignment, "ChaseSecurity", Map.of("decision", "WAIT_ON"));
    timeIsOver(consignment, "WaitForSecurity");
    decide(consignment, "ChaseSecurity", Map.of("decision", "PULL_OPEN"));

    passes(assessed, "air-freight", "Presented");
    decide(silent, "HandleDoNotLoad", Map.of("decision", "RETURN_TO_SELLER"));
    passes(silent, "air-freight", "NotLoaded");
  }
}
