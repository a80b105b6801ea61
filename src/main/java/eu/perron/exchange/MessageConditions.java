package eu.perron.exchange;

import eu.perron.trade.Liege;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A search of the message log in the words of the database. */
final class MessageConditions {
  /** States that few messages are in. */
  private static final Set<String> RARE =
      Set.of("READY", "SENDING", "PARKED", "REFUSED", "DISCARDED", "WITHDRAWN");

  private MessageConditions() {}

  static String indexFor(MessageSearch search) {
    if (search.state() != null && RARE.contains(search.state())) {
      return "message_due";
    }
    if (search.partner() == null) {
      return "message_time";
    }
    return search.operation() == null ? "message_recent" : "message_operation";
  }

  static List<String> of(MessageSearch search, Set<String> ids, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>(List.of("TRUE"));
    if (!ids.isEmpty()) {
      conditions.add("m.id IN (:ids)");
      values.put("ids", ids);
    }
    equal(conditions, values, "partner", search.partner());
    equal(conditions, values, "operation", search.operation());
    equal(conditions, values, "direction", search.direction());
    equal(conditions, values, "state", search.state());
    if (search.day() != null) {
      conditions.add("m.created_at >= :from AND m.created_at < :to");
      values.put("from", utc(midnight(search.day())));
      values.put("to", utc(midnight(search.day().plusDays(1))));
    }
    if (search.after() != null) {
      conditions.add("m.created_at <= :lastAt AND (m.created_at < :lastAt OR m.id < :lastId)");
      values.put("lastAt", utc(search.after().at()));
      values.put("lastId", search.after().id());
    }
    return conditions;
  }

  private static void equal(
      List<String> conditions, Map<String, Object> values, String column, String value) {
    if (value != null) {
      conditions.add("m." + column + " = :" + column);
      values.put(column, value);
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Liege.TIME).toInstant();
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
