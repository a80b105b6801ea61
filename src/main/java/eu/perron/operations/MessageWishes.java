package eu.perron.operations;

import eu.perron.exchange.MessageSearch;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which messages somebody wants to see; it travels in the address, so that a list can be sent to a
 * colleague.
 *
 * @param q a number: of an order, a consignment, a declaration, a waybill, a parcel, a message
 * @param operation the partner and its operation, as {@code bpost/tracking}
 * @param after where the page before ended
 */
record MessageWishes(
    String q,
    String partner,
    String direction,
    String state,
    String operation,
    String day,
    String after) {
  static final List<String> STATES =
      List.of(
          "READY", "SENDING", "SENT", "PARKED", "RECEIVED", "REFUSED", "DISCARDED", "WITHDRAWN");
  private static final int LONGEST = 190;

  MessageWishes {
    q = given(q);
    partner = given(partner);
    direction = given(direction);
    state = given(state);
    operation = given(operation);
    day = given(day);
    after = given(after);
  }

  private static String given(String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.isEmpty() ? null : stripped.substring(0, Math.min(LONGEST, stripped.length()));
  }

  /**
   * @param numbers the orders and consignments that the number means
   */
  MessageSearch search(Set<String> numbers) {
    String[] parts = operation == null ? new String[0] : operation.split("/", 2);
    return new MessageSearch(
        q,
        numbers,
        parts.length == 2 ? parts[0] : partner,
        parts.length == 2 ? parts[1] : operation,
        direction,
        state,
        onDay(),
        MessageSearch.Cursor.parse(after).orElse(null));
  }

  private LocalDate onDay() {
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeException spoilt) {
      return null;
    }
  }

  MessageWishes startingAfter(MessageSearch.Cursor cursor) {
    return new MessageWishes(
        q, partner, direction, state, operation, day, cursor == null ? null : cursor.toString());
  }

  /** These wishes as the query of an address, with its question mark; empty if there are none. */
  public String query() {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    String[] names = {"q", "partner", "direction", "state", "operation", "day", "after"};
    String[] values = {q, partner, direction, state, operation, day, after};
    java.util.Map<String, Object> given = new java.util.HashMap<>();
    for (int n = 0; n < names.length; n++) {
      if (values[n] != null) {
        query.queryParam(names[n], "{" + names[n] + "}");
        given.put(names[n], values[n]);
      }
    }
    return query.encode().buildAndExpand(given).toUriString();
  }
}
