package eu.perron.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final String ORDER = "A1B2C3D4E5F6";
  private final List<Object> heard = new ArrayList<>();
  private Told told = Told.NOTHING;

  @Test
  void anOutcomeIsAnnouncedOnce() {
    tell(DeliveryState.DELIVERED, 1);
    tell(DeliveryState.DELIVERED, 1);
    assertThat(heard).containsExactly(new Delivered(ORDER));
  }

  @Test
  void notDeliveredIsAnnouncedOnceInEachRound() {
    tell(DeliveryState.NOT_DELIVERED, 1);
    tell(DeliveryState.NOT_DELIVERED, 1);
    tell(DeliveryState.NOT_DELIVERED, 2);
    assertThat(heard)
        .containsExactly(new NotDelivered(ORDER, "why"), new NotDelivered(ORDER, "why"));
  }

  @Test
  void aRefusedParcelThatComesBackIsAnnouncedAsBackOnly() {
    tell(DeliveryState.REFUSED, 1);
    tell(DeliveryState.RETURNING, 1);
    tell(DeliveryState.RETURNED, 1);
    tell(DeliveryState.RETURNED, 1);
    assertThat(heard).containsExactly(new GoesBack(ORDER), new ReturnedToHub(ORDER));
  }

  @Test
  void aParcelSentBackWithoutAWordGoesBack() {
    tell(DeliveryState.RETURNED, 1);
    assertThat(heard).containsExactly(new GoesBack(ORDER), new ReturnedToHub(ORDER));
  }

  @Test
  void aParcelOnItsWayBackIsAnnouncedAlikeThoughItsRefusalIsHeardLater() {
    tell(DeliveryState.RETURNING, 1);
    tell(DeliveryState.REFUSED, 1);
    assertThat(heard).containsExactly(new GoesBack(ORDER));
  }

  @Test
  void whatCouldNotBeDeliveredAndIsSentBackGoesBack() {
    tell(DeliveryState.NOT_DELIVERED, 1);
    tell(DeliveryState.RETURNING, 1);
    assertThat(heard).containsExactly(new NotDelivered(ORDER, "why"), new GoesBack(ORDER));
  }

  @Test
  void whatWasLostAndDeliveredIsAnnouncedAsDelivered() {
    tell(DeliveryState.LOST, 1);
    tell(DeliveryState.DELIVERED, 1);
    assertThat(heard).containsExactly(new LostByCarrier(ORDER), new Delivered(ORDER));
  }

  @Test
  void aStragglerOfTheLastRoundIsNoNews() {
    assertThat(
            Told.mayBeNews(
                DeliveryState.NOT_DELIVERED, DeliveryState.NOT_DELIVERED, DeliveryState.ATTEMPTED))
        .isFalse();
    assertThat(
            Told.mayBeNews(
                DeliveryState.NOT_DELIVERED,
                DeliveryState.NOT_DELIVERED,
                DeliveryState.NOT_DELIVERED))
        .isTrue();
  }

  private void tell(DeliveryState state, int round) {
    heard.addAll(told.announce(ORDER, state, round, "why"));
    told = told.after(state, round);
  }
}
