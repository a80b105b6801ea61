package eu.perron.exchange;

import eu.perron.archive.Holding;
import eu.perron.archive.Kind;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What leaves for the archive with an order or its flight: letters about it, and what partners told
 * of it. Nothing leaves while a message about it is on its way or has found none.
 */
@Component
class ExchangeShelf implements Shelf {
  private static final Set<String> OPEN_ARRIVALS = Set.of("NEW", "UNMATCHED", "FAILED");

  @Override
  public List<Holding> holdings() {
    List<Holding> holdings = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      holdings.add(
          Holding.of(kind, "exchange_letter", "about")
              .foundAs(Role.SPOKEN, "letter_key")
              .foundAs(Role.LINK, "message_id")
              .openWhile(ExchangeShelf::isUnwritten));
      holdings.add(
          Holding.of(kind, "exchange_arrival", "order_number")
              .orNamedIn("about")
              .foundAs(Role.LINK, "message_id")
              .openWhile(row -> OPEN_ARRIVALS.contains(row.get("state"))));
    }
    return holdings;
  }

  private static boolean isUnwritten(Map<String, Object> letter) {
    return letter.get("message_id") == null && letter.get("withdrawn_at") == null;
  }

  @Override
  public List<String> staying() {
    return List.of(
        "SELECT l.about FROM exchange_letter l JOIN exchange_message m ON m.id = l.message_id "
            + "WHERE l.about IN (:numbers) AND m.state IN ('READY', 'SENDING', 'PARKED')");
  }
}
