package eu.perron.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.Seal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trail as a person reads it: newest first, by order, thing, person, kind and day. */
@Component
@Transactional(readOnly = true)
public class AuditTrail {
  private final NamedParameterJdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Seal seal;

  AuditTrail(NamedParameterJdbcTemplate jdbc, ObjectMapper json, Seal seal) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
  }

  /**
   * What is looked for; null or blank: whatever.
   *
   * @param q an order, a consignment, a message, a task, a model, an account
   * @param day in UTC
   * @param before entries with a lower number than this one
   */
  public record Search(String q, String who, Act.Kind kind, LocalDate day, Long before) {}

  /**
   * One entry.
   *
   * @param changes by name, in the order of writing
   */
  public record Line(
      long number,
      Instant at,
      String who,
      String kind,
      String act,
      String about,
      String thing,
      String rule,
      List<Change> changes,
      String hash) {}

  /**
   * @param before null: there was none
   * @param after null: there is none
   */
  public record Change(String name, String before, String after) {}

  public List<Line> find(Search search, int most) {
    List<String> wheres = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (isGiven(search.who())) {
      wheres.add("who = :who");
      values.put("who", search.who().strip());
    }
    if (search.kind() != null) {
      wheres.add("kind = :kind");
      values.put("kind", search.kind().name());
    }
    if (search.day() != null) {
      Optional<long[]> numbers = numbersOf(search.day());
      if (numbers.isEmpty()) {
        return List.of();
      }
      wheres.add("number BETWEEN :first AND :last AND at >= :from AND at < :to");
      values.put("first", numbers.get()[0]);
      values.put("last", numbers.get()[1]);
      values.put("from", search.day().atStartOfDay());
      values.put("to", search.day().plusDays(1).atStartOfDay());
    }
    if (search.before() != null) {
      wheres.add("number < :before");
      values.put("before", search.before());
    }
    values.put("most", most);
    if (!isGiven(search.q())) {
      return lines(select(wheres) + " ORDER BY number DESC LIMIT :most", values);
    }
    values.put("q", search.q().strip());
    return lines(
        "("
            + select(with(wheres, "about = :q"))
            + " ORDER BY number DESC LIMIT :most) UNION ("
            + select(with(wheres, "thing = :q"))
            + " ORDER BY number DESC LIMIT :most) ORDER BY number DESC LIMIT :most",
        values);
  }

  /** Everything that was done to an order or a consignment, oldest first. */
  public List<Line> about(String number, int most) {
    List<Line> newest = new ArrayList<>(find(new Search(number, null, null, null, null), most));
    java.util.Collections.reverse(newest);
    return newest;
  }

  /** The times of the entries are nearly, not wholly, in the order of their numbers. */
  private Optional<long[]> numbersOf(LocalDate day) {
    return Optional.ofNullable(
        jdbc.queryForObject(
            "SELECT MIN(number), MAX(number) FROM audit_entry WHERE at >= :from AND at < :to",
            Map.of("from", day.atStartOfDay(), "to", day.plusDays(1).atStartOfDay()),
            (row, n) ->
                row.getObject(1) == null ? null : new long[] {row.getLong(1), row.getLong(2)}));
  }

  private static String select(List<String> wheres) {
    return "SELECT number, at, who, kind, act, about, thing, rule, before_state, after_state, hash "
        + "FROM audit_entry"
        + (wheres.isEmpty() ? "" : " WHERE " + String.join(" AND ", wheres));
  }

  private static List<String> with(List<String> wheres, String another) {
    List<String> all = new ArrayList<>(wheres);
    all.add(another);
    return all;
  }

  private List<Line> lines(String sql, Map<String, Object> values) {
    return jdbc.query(
        sql,
        values,
        (row, n) ->
            new Line(
                row.getLong("number"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("who"),
                row.getString("kind"),
                row.getString("act"),
                row.getString("about"),
                row.getString("thing"),
                row.getString("rule"),
                changes(row.getBytes("before_state"), row.getBytes("after_state")),
                HexFormat.of().formatHex(row.getBytes("hash"))));
  }

  private List<Change> changes(byte[] sealedBefore, byte[] sealedAfter) {
    Map<String, Object> before = opened(sealedBefore);
    Map<String, Object> after = opened(sealedAfter);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .map(name -> new Change(name, text(before.get(name)), text(after.get(name))))
        .toList();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** What was changed in the database cannot be opened, and must not hide the other entries. */
  private Map<String, Object> opened(byte[] sealed) {
    if (sealed == null) {
      return Map.of();
    }
    try {
      return json.readValue(seal.open(sealed), new TypeReference<>() {});
    } catch (IOException | IllegalStateException unreadable) {
      return Map.of("unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }
}
