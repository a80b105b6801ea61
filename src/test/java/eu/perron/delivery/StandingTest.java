package eu.perron.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.delivery.Standing.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Property
  void theOrderInWhichEventsComeChangesNothing(
      @ForAll("signs") List<Sign> signs, @ForAll java.util.Random random) {
    List<Sign> shuffled = new ArrayList<>(signs);
    Collections.shuffle(shuffled, random);
    assertThat(Standing.ofParcel(shuffled, DeliveryState.LABELLED))
        .isEqualTo(Standing.ofParcel(signs, DeliveryState.LABELLED));
  }

  @Property
  void anEventToldTwiceChangesNothing(@ForAll("signs") List<Sign> signs) {
    List<Sign> doubled = new ArrayList<>(signs);
    doubled.addAll(signs);
    assertThat(Standing.ofParcel(doubled, DeliveryState.LABELLED))
        .isEqualTo(Standing.ofParcel(signs, DeliveryState.LABELLED));
  }

  @Property
  void noEventReopensAnEnd(@ForAll("signs") List<Sign> signs, @ForAll("sign") Sign late) {
    DeliveryState before = Standing.ofParcel(signs, DeliveryState.LABELLED);
    List<Sign> more = new ArrayList<>(signs);
    more.add(late);
    DeliveryState after = Standing.ofParcel(more, DeliveryState.LABELLED);
    assertThat(!before.isTerminal() || after.isTerminal()).isTrue();
    assertThat(!before.isTerminal() || after.compareTo(before) >= 0).isTrue();
  }

  @Property
  void nothingIsDeliveredUnlessTheCarrierSaysSo(@ForAll("signs") List<Sign> signs) {
    boolean said = signs.stream().anyMatch(sign -> sign.state() == DeliveryState.DELIVERED);
    assertThat(Standing.ofParcel(signs, DeliveryState.LABELLED) == DeliveryState.DELIVERED)
        .isEqualTo(said);
  }

  @Test
  void theNewestEventCounts() {
    assertThat(
            Standing.ofParcel(
                List.of(
                    sign(3, DeliveryState.OUT_FOR_DELIVERY),
                    sign(2, DeliveryState.NOT_DELIVERED),
                    sign(1, DeliveryState.CARRIER_ACCEPTED)),
                DeliveryState.HANDED_OVER))
        .isEqualTo(DeliveryState.OUT_FOR_DELIVERY);
  }

  @Test
  void whatWasLostAndFoundIsDelivered() {
    assertThat(
            Standing.ofParcel(
                List.of(sign(2, DeliveryState.LOST), sign(1, DeliveryState.DELIVERED)),
                DeliveryState.HANDED_OVER))
        .isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void anOrderIsDeliveredWithItsLastParcel() {
    assertThat(order(DeliveryState.DELIVERED, DeliveryState.OUT_FOR_DELIVERY))
        .isEqualTo(DeliveryState.OUT_FOR_DELIVERY);
    assertThat(order(DeliveryState.DELIVERED, DeliveryState.DELIVERED))
        .isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void oneParcelNotDeliveredIsAnOrderNotDelivered() {
    assertThat(order(DeliveryState.DELIVERED, DeliveryState.NOT_DELIVERED))
        .isEqualTo(DeliveryState.NOT_DELIVERED);
    assertThat(order(DeliveryState.OUT_FOR_DELIVERY, DeliveryState.NOT_DELIVERED))
        .isEqualTo(DeliveryState.NOT_DELIVERED);
  }

  @Test
  void anOrderIsBackWithItsLastParcelThatGoesBack() {
    assertThat(order(DeliveryState.RETURNED, DeliveryState.RETURNING))
        .isEqualTo(DeliveryState.RETURNING);
    assertThat(order(DeliveryState.RETURNED, DeliveryState.DELIVERED))
        .isEqualTo(DeliveryState.RETURNED);
    assertThat(order(DeliveryState.LOST, DeliveryState.RETURNED)).isEqualTo(DeliveryState.RETURNED);
    assertThat(order(DeliveryState.LOST, DeliveryState.DELIVERED)).isEqualTo(DeliveryState.LOST);
  }

  private static DeliveryState order(DeliveryState... parcels) {
    return Standing.ofOrder(List.of(parcels));
  }

  private static Sign sign(int hour, DeliveryState state) {
    return new Sign(NOON.plusSeconds(hour * 3600L), state);
  }

  @Provide
  Arbitrary<List<Sign>> signs() {
    return sign().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Sign> sign() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(DeliveryState.class)
                .filter(state -> state.compareTo(DeliveryState.CARRIER_ACCEPTED) >= 0))
        .as(StandingTest::sign);
  }
}
