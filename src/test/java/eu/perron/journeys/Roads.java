package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.AnOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case the simulated partners of a lane know ends where it should. All are under way at once;
 * each test awaits one.
 */
abstract class Roads extends Journey {
  static final Decision BACK_TO_THE_SELLER = at("DecideReturn", "decision", "RETURN_TO_SELLER");

  /**
   * @param passes an element that tells this road from others
   */
  record Road(String name, AnOrder order, String passes, String status, List<Decision> decisions) {
    @Override
    public String toString() {
      return "%s passes %s and ends %s".formatted(name, passes, status);
    }
  }

  private record Traveller(String order, List<Decision> decisions) {}

  private final Map<Road, Traveller> travellers = new LinkedHashMap<>();

  abstract List<Road> roads();

  static Road road(
      String name, AnOrder order, String passes, String status, Decision... decisions) {
    return new Road(name, order, passes, status, Arrays.asList(decisions));
  }

  @BeforeAll
  void allSetOut() {
    roads()
        .forEach(
            road ->
                travellers.put(
                    road, new Traveller(placed(road.order()), new ArrayList<>(road.decisions()))));
  }

  @ParameterizedTest
  @MethodSource("roads")
  void everyRoadEndsWhereItShould(Road road) {
    Traveller traveller = travellers.get(road);
    patiently(road.toString())
        .untilAsserted(
            () -> {
              clerksDecide();
              assertThat(status(traveller.order()))
                  .as(String.join(" ", path(traveller.order())))
                  .isEqualTo(road.status());
            });
    assertThat(path(traveller.order())).contains(road.passes());
    assertThat(traveller.decisions()).isEmpty();
    assertThat(view(traveller.order()).path("openTask").isNull()).isTrue();
    assertThat(view(traveller.order()).path("endedAt").isNull()).isFalse();
  }

  /** Those who wait for a clerk must not hold up those who fly with them. */
  private void clerksDecide() {
    for (Traveller traveller : travellers.values()) {
      traveller.decisions().removeIf(decision -> decidesIfAsked(traveller.order(), decision));
    }
  }
}
