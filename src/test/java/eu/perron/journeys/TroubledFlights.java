package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What befalls a flight befalls all aboard, so each flies alone. */
abstract class TroubledFlights extends Journey {
  @Test
  void offloadedItFliesOnTheFlightItIsRebookedTo() {
    String order = fliesAlone("lot AIROFLD");
    String consignment = consignmentOf(order);

    decides(consignment, at("RebookFlight", "flight", "3V0903", "flightDate", tomorrow()));

    ends(order, "DELIVERED");
    assertThat(path(consignment)).contains("consignment:Rebook", "consignment:Present");
    assertThat(view(order).at("/consignment/flight").asText()).isEqualTo("3V0903");
  }

  @Test
  void aRefusedWaybillIsHandedOverAgain() {
    String order = fliesAlone("lot AIRFNA");
    String consignment = consignmentOf(order);

    decides(
        consignment,
        at(
            "ArrangeFlight",
            "decision",
            "SEND_AGAIN",
            "flight",
            "3V0903",
            "flightDate",
            tomorrow()));

    ends(order, "DELIVERED");
    assertThat(path(consignment))
        .containsSubsequence(
            "consignment:ArrangeFlight",
            "consignment:Rebook",
            "consignment:WaitForBooking",
            "consignment:FileWaybillList");
  }

  @Test
  void aFlightThatNobodyMayBoardDoesNotFly() {
    String order = fliesAlone("lot ENSDNL");

    decides(order, at("HandleDoNotLoad", "decision", "DESTROY"));

    ends(order, "REFUSED");
    passes(consignmentOf(order), "consignment:NothingFlew");
  }

  private String fliesAlone(String lots) {
    noFlightIsOpen();
    String order = placed(lots);
    consignmentOf(order);
    noFlightIsOpen();
    return order;
  }

  private String tomorrow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).toString();
  }
}
