package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import eu.perron.trade.Milestone.Level;
import eu.perron.trade.Milestone.Quality;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MilestoneTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void theCodesAreThoseOfThePublicContract() {
    String contract =
        "ORDERED, LABELLED, FIRST_MILE_RECEIVED, EXPORT_DECLARED, EXPORT_CLEARED, BAGGED, "
            + "MAWB_CLOSED, RCS, DEP, ARR, RCF, TEMP_STORAGE, IMPORT_DECLARED, INSPECTION, "
            + "DUTY_DUE, RELEASED, SORTED, HANDED_TO_CARRIER, CARRIER_ACCEPTED, OUT_FOR_DELIVERY, "
            + "ATTEMPTED, READY_FOR_PICKUP, DELIVERED, RETURNING, RETURNED, LOST, DAMAGED, "
            + "DESTROYED, CANCELLED";
    assertThat(Arrays.stream(MilestoneCode.values()).map(Enum::name))
        .containsExactly(contract.split(", "));
  }

  @Test
  void anOrdersMilestoneIsActualAndOfTheParcelUntilToldOtherwise() {
    assertThat(Milestone.of("P1", MilestoneCode.DELIVERED, NOON, "bpost"))
        .isEqualTo(
            new Milestone(
                "P1",
                MilestoneCode.DELIVERED,
                NOON,
                null,
                Level.PARCEL,
                Quality.ACTUAL,
                "bpost",
                null));
  }

  @Test
  void theRestIsSaidInWords() {
    assertThat(
            Milestone.of("P1", MilestoneCode.BAGGED, NOON, "hub")
                .at("LGG")
                .on(Level.BAG)
                .as(Quality.PLANNED)
                .noting("bag 7"))
        .isEqualTo(
            new Milestone(
                "P1",
                MilestoneCode.BAGGED,
                NOON,
                "LGG",
                Level.BAG,
                Quality.PLANNED,
                "hub",
                "bag 7"));
  }

  @Test
  void whatHappensToAConsignmentHappensToItsOrders() {
    ConsignmentMilestone departed =
        ConsignmentMilestone.of("C1", MilestoneCode.DEP, NOON, "airline")
            .at("HGH")
            .as(Quality.ESTIMATED)
            .noting("two hours late");
    assertThat(departed.level()).isEqualTo(Level.MASTER);
    assertThat(departed.on(Level.ULD).forOrder("P1"))
        .isEqualTo(
            new Milestone(
                "P1",
                MilestoneCode.DEP,
                NOON,
                "HGH",
                Level.ULD,
                Quality.ESTIMATED,
                "airline",
                "two hours late"));
  }

  @Test
  void aMilestoneWithoutAnOrderIsNone() {
    assertThatNullPointerException()
        .isThrownBy(() -> Milestone.of(null, MilestoneCode.DEP, NOON, "airline"));
  }
}
