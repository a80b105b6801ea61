package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.freight.House;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every way through {@code processes/air-freight.bpmn}. */
class AirFreightTest extends InTheAir {
  @Test
  void anOrdinaryOrderIsPresentedToCustoms() {
    String order = flies("");

    passes(order, "air-freight", "Presented");

    assertThat(state(order)).isEqualTo(House.State.PRESENTED);
  }

  @Test
  void anOrderThatMayNotBeLoadedStaysBehind() {
    String order = flies(" lot ENSDNL");

    decide(order, "HandleDoNotLoad", Map.of("decision", "DESTROY"));

    passes(order, "air-freight", "NotLoaded");
    assertThat(state(order)).isEqualTo(House.State.NOT_LOADED);
    passes(consignmentOf(order), "consignment", "NothingFlew");
  }

  @Test
  void aQuestionOfTheAuthorityIsAnsweredAndTheOrderFlies() {
    String order = flies(" lot ENSRFI");

    decide(order, "AnswerSecurity", Map.of("answer", "socks of wool, to be worn"));

    passes(order, "air-freight", "Presented");
  }

  @Test
  void aParcelThatIsToBeScreenedIsScreenedAndFlies() {
    String order = flies(" lot ENSRFS");

    decide(order, "AnswerSecurity", Map.of("answer", "nothing found", "method", "XRY"));

    passes(order, "air-freight", "Presented");
    passes(consignmentOf(order), "consignment", "NotifyArrival");
  }

  @Test
  void aMissingParcelIsFoundOrLost() {
    String there = flies("");
    String found = flies(" lot AIRMSCA");
    String lost = flies(" lot AIRMSCA");

    decide(found, "TraceParcel", Map.of("decision", "FOUND"));
    decide(lost, "TraceParcel", Map.of("decision", "LOST"));

    passes(there, "air-freight", "Presented");
    passes(found, "air-freight", "Presented");
    passes(lost, "air-freight", "Lost");
    assertThat(state(lost)).isEqualTo(House.State.LOST);
  }

  @Test
  void aFlightThatIsNotHeardOfIsAskedAfter() {
    String order = flies(" lot ENSNONE");

    timeIsOver(order, "WaitForArrival");
    decide(order, "ChaseFlight", Map.of("decision", "WAIT_ON"));
    timeIsOver(order, "WaitForArrival");
    decide(order, "ChaseFlight", Map.of("decision", "LOST"));

    passes(order, "air-freight", "Lost");
  }

  private House.State state(String order) {
    return freight.house(order).orElseThrow().state();
  }
}
