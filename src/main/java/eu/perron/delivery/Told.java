package eu.perron.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * Which outcomes of a delivery the house has heard of, so that each is announced once. "Not
 * delivered" may come once in each round: every new attempt that we ask for opens another.
 *
 * @param outcome null if none yet
 */
record Told(DeliveryState outcome, int round, boolean back) {
  static final Told NOTHING = new Told(null, 0, false);

  /**
   * Whether an event may have brought an outcome. Without this, a straggler of the last round would
   * be taken for the failure of the new one.
   */
  static boolean mayBeNews(DeliveryState before, DeliveryState now, DeliveryState seen) {
    return now != before || seen != null && outcomeOf(seen) == DeliveryState.NOT_DELIVERED;
  }

  /** What is to be announced now. */
  List<Object> announce(String orderNumber, DeliveryState state, int currentRound, String why) {
    List<Object> news = new ArrayList<>();
    DeliveryState due = outcomeOf(state);
    if (due == DeliveryState.NOT_DELIVERED
        ? (outcome == null || outcome == due) && round < currentRound
        : due != null && due != outcome) {
      news.add(event(orderNumber, due, why));
    }
    if (state == DeliveryState.RETURNED && !back) {
      news.add(new ReturnedToHub(orderNumber));
    }
    return news;
  }

  Told after(DeliveryState state, int currentRound) {
    DeliveryState due = outcomeOf(state);
    boolean isBack = back || state == DeliveryState.RETURNED;
    if (due == null || due == DeliveryState.NOT_DELIVERED && outcome != null && outcome != due) {
      return new Told(outcome, round, isBack);
    }
    return new Told(due, currentRound, isBack);
  }

  /**
   * What comes back has one outcome, whether its refusal, its way back or its arrival is heard
   * first; a carrier may send it back without a word of refusal, too.
   */
  private static DeliveryState outcomeOf(DeliveryState state) {
    return switch (state) {
      case DELIVERED, LOST, NOT_DELIVERED -> state;
      case REFUSED, RETURNING, RETURNED -> DeliveryState.REFUSED;
      default -> null;
    };
  }

  private static Object event(String orderNumber, DeliveryState outcome, String why) {
    return switch (outcome) {
      case DELIVERED -> new Delivered(orderNumber);
      case REFUSED -> new GoesBack(orderNumber);
      case LOST -> new LostByCarrier(orderNumber);
      default -> new NotDelivered(orderNumber, why);
    };
  }
}
