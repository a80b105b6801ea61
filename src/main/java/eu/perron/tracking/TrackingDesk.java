package eu.perron.tracking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds an order by whatever number a person reads to us. */
@Component
public class TrackingDesk {
  private final List<NumberOnParcel> kinds;
  private final OrderViews views;

  TrackingDesk(List<NumberOnParcel> kinds, OrderViews views) {
    this.kinds = kinds;
    this.views = views;
  }

  public Optional<PublicTracking> find(String given) {
    String number = plain(given);
    if (number.isEmpty() || number.length() > 40) {
      return Optional.empty();
    }
    return kinds.stream()
        .map(kind -> kind.orderOf(number))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(views::find)
        .map(order -> PublicTracking.of(number, order));
  }

  /** As it is stored: people copy blanks and small letters along. */
  static String plain(String given) {
    return given.replaceAll("[\\s\\p{Z}-]", "").toUpperCase(Locale.ROOT);
  }
}
