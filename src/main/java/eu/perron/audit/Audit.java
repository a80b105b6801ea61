package eu.perron.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every room writes down what was done: in the transaction of the deed, so that neither is
 * without the other. What is written gets its number and its place in the chain a second later.
 */
@Component
public class Audit {
  /** Who acts where no person does. */
  public static final String THE_PROGRAM = "perron";

  /** Who acts where a file or a row was changed beside the program. */
  public static final String OUTSIDE = "outside";

  private static final int ROWS_AT_ONCE = 100;
  private static final String COLUMNS =
      "(at, who, kind, act, about, thing, rule, before_state, after_state, mac)";

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Seal seal;
  private final AuditKey key;
  private final AuditSettings settings;
  private final Clock clock;

  Audit(
      JdbcTemplate jdbc,
      ObjectMapper json,
      Seal seal,
      AuditKey key,
      AuditSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.key = key;
    this.settings = settings;
    this.clock = clock;
  }

  /** In the caller's transaction; in one of its own if there is none. */
  @Transactional
  public void record(Entry entry) {
    record(List.of(entry));
  }

  /** Many at once are a few statements. */
  @Transactional
  public void record(Collection<Entry> entries) {
    if (!settings.kept()) {
      return;
    }
    List<Entry> all = List.copyOf(entries);
    LocalDateTime now = Written.asKept(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    String person = person();
    for (int from = 0; from < all.size(); from += ROWS_AT_ONCE) {
      write(all.subList(from, Math.min(all.size(), from + ROWS_AT_ONCE)), now, person);
    }
  }

  private void write(List<Entry> entries, LocalDateTime now, String person) {
    List<Object> values = new ArrayList<>();
    for (Entry entry : entries) {
      Written row = written(entry, now, person);
      values.addAll(row.columns());
      values.add(key.macOf(row.bytes()));
    }
    String row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    jdbc.update(
        "INSERT INTO audit_waiting "
            + COLUMNS
            + " VALUES "
            + String.join(", ", java.util.Collections.nCopies(entries.size(), row)),
        values.toArray());
  }

  private Written written(Entry entry, LocalDateTime now, String person) {
    return new Written(
        now,
        Written.fitting(entry.who() == null ? person : entry.who(), Written.WHO),
        entry.act().kind().name(),
        entry.act().name(),
        Written.fitting(entry.about(), Written.ABOUT),
        Written.fitting(entry.thing(), Written.THING),
        Written.fitting(entry.rule(), Written.RULE),
        sealed(entry.before()),
        sealed(entry.after()));
  }

  private byte[] sealed(Map<String, ?> state) {
    if (state == null || state.isEmpty()) {
      return null;
    }
    try {
      return seal.close(json.writeValueAsString(state).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException unfit) {
      throw new IllegalArgumentException(
          "A state that cannot be written: " + state.keySet(), unfit);
    }
  }

  private static String person() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known == null
            || !known.isAuthenticated()
            || known instanceof AnonymousAuthenticationToken
        ? THE_PROGRAM
        : known.getName();
  }
}
