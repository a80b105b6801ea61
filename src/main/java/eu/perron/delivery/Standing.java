package eu.perron.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a parcel, and an order of several parcels, stands. Worked out from all that is known, never
 * from what came last: early, doubled and shuffled events end in the same state.
 */
final class Standing {
  /** What an event says, and when it happened. */
  record Sign(Instant at, DeliveryState state) {}

  private Standing() {}

  /**
   * The newest event counts, but an end is an end: no event, however new, opens it again. Of two
   * ends that contradict each other the later in {@link DeliveryState} corrects the other: lost and
   * found, refused but taken.
   *
   * @param ours what we know ourselves, before the carrier's first scan
   */
  static DeliveryState ofParcel(Collection<Sign> signs, DeliveryState ours) {
    return signs.stream()
        .max(
            Comparator.comparing((Sign sign) -> sign.state().isTerminal())
                .thenComparing(
                    sign -> sign.state().isTerminal() ? sign.state() : DeliveryState.BOOKED)
                .thenComparing(Sign::at)
                .thenComparing(Sign::state))
        .map(Sign::state)
        .orElse(ours);
  }

  /**
   * An order is as far as the slowest of its parcels; what goes wrong with one goes wrong with the
   * order.
   */
  static DeliveryState ofOrder(List<DeliveryState> parcels) {
    Set<DeliveryState> open =
        parcels.stream().filter(state -> !state.isTerminal()).collect(Collectors.toSet());
    if (open.contains(DeliveryState.NOT_DELIVERED)) {
      return DeliveryState.NOT_DELIVERED;
    }
    if (!open.isEmpty()) {
      return slowest(open);
    }
    Set<DeliveryState> back =
        parcels.stream().filter(DeliveryState::goesBack).collect(Collectors.toSet());
    return slowest(back.isEmpty() ? parcels : back);
  }

  private static DeliveryState slowest(Collection<DeliveryState> states) {
    return states.stream().min(Comparator.naturalOrder()).orElseThrow();
  }
}
