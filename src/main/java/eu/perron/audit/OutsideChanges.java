package eu.perron.audit;

import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people change beside the program, and nobody would write down: the dated tables (files), the
 * accounts and the keys of sellers (rows). The state last seen is kept, so that a change made while
 * no node ran is seen at the next start; who did it, the file or the database knows.
 */
@Component
class OutsideChanges {
  private final JdbcTemplate jdbc;
  private final Audit audit;
  private final AuditSettings settings;
  private final Path tables;
  private final Clock clock;

  OutsideChanges(
      JdbcTemplate jdbc, Audit audit, AuditSettings settings, PerronSettings perron, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.settings = settings;
    this.tables = perron.processesDir().resolve("reference");
    this.clock = clock;
  }

  private enum Sort {
    TABLE(Act.TABLE_CHANGED, Act.TABLE_CHANGED, Act.TABLE_CHANGED),
    ACCOUNT(Act.ACCOUNT_OPENED, Act.ACCOUNT_CHANGED, Act.ACCOUNT_CLOSED),
    KEY(Act.KEY_GIVEN, Act.KEY_CHANGED, Act.KEY_TAKEN);

    private final Act came;
    private final Act changed;
    private final Act went;

    Sort(Act came, Act changed, Act went) {
      this.came = came;
      this.changed = changed;
      this.went = went;
    }

    String prefix() {
      return name().toLowerCase(java.util.Locale.ROOT) + "/";
    }
  }

  @Scheduled(fixedDelayString = "${perron.audit.look-every:5000}")
  @Transactional
  void look() {
    if (!settings.kept()) {
      return;
    }
    Map<String, String> seen = new HashMap<>();
    jdbc.query(
        "SELECT thing, state FROM audit_seen",
        row -> {
          seen.put(row.getString(1), row.getString(2));
        });
    compare(Sort.TABLE, seen, tables());
    compare(Sort.ACCOUNT, seen, accounts());
    compare(Sort.KEY, seen, keys());
  }

  private void compare(Sort sort, Map<String, String> seen, Map<String, String> now) {
    now.forEach(
        (name, state) -> {
          String thing = sort.prefix() + name;
          String before = seen.get(thing);
          if (before == null && comes(thing, state)) {
            tell(sort.came, name, null, state);
          } else if (before != null && !before.equals(state) && becomes(thing, before, state)) {
            tell(sort.changed, name, before, state);
          }
        });
    seen.forEach(
        (thing, before) -> {
          if (thing.startsWith(sort.prefix())
              && !now.containsKey(thing.substring(sort.prefix().length()))
              && goes(thing, before)) {
            tell(sort.went, thing.substring(sort.prefix().length()), before, null);
          }
        });
  }

  /** Of several nodes that see the same change, the first one tells it. */
  private boolean comes(String thing, String state) {
    return jdbc.update(
            "INSERT IGNORE INTO audit_seen (thing, state, seen_at) VALUES (?, ?, ?)",
            thing,
            state,
            Timestamp.from(clock.instant()))
        == 1;
  }

  private boolean becomes(String thing, String before, String state) {
    return jdbc.update(
            "UPDATE audit_seen SET state = ?, seen_at = ? WHERE thing = ? AND state = ?",
            state,
            Timestamp.from(clock.instant()),
            thing,
            before)
        == 1;
  }

  private boolean goes(String thing, String before) {
    return jdbc.update("DELETE FROM audit_seen WHERE thing = ? AND state = ?", thing, before) == 1;
  }

  private void tell(Act act, String name, String before, String after) {
    audit.record(
        Entry.of(act)
            .by(Audit.OUTSIDE)
            .on(name)
            .before(before == null ? Map.of() : Map.of("state", before))
            .after(after == null ? Map.of() : Map.of("state", after)));
  }

  private Map<String, String> tables() {
    try (Stream<Path> files = Files.list(tables)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".csv")).toList();
      Map<String, String> states = new TreeMap<>();
      for (Path file : all) {
        states.put(file.getFileName().toString(), "SHA-256 " + digest(Files.readAllBytes(file)));
      }
      return states;
    } catch (IOException beingWritten) {
      throw new UncheckedIOException(beingWritten);
    }
  }

  /** Roles and desks, and a digest that tells another password without telling the password. */
  private Map<String, String> accounts() {
    Map<String, StringBuilder> states = new TreeMap<>();
    jdbc.query(
        "SELECT username, name, password_hash, seller_id FROM account",
        row -> {
          states.put(
              row.getString(1),
              new StringBuilder(row.getString(2))
                  .append(row.getString(4) == null ? "" : ", seller " + row.getString(4))
                  .append(", password ")
                  .append(shortDigest(row.getString(3))));
        });
    jdbc.query(
        "SELECT username, kind, name FROM account_belonging ORDER BY username, kind DESC, name",
        row -> {
          StringBuilder state = states.get(row.getString(1));
          if (state != null) {
            state.append(", ").append(row.getString(2)).append(' ').append(row.getString(3));
          }
        });
    return texts(states);
  }

  private Map<String, String> keys() {
    Map<String, StringBuilder> states = new TreeMap<>();
    jdbc.query(
        "SELECT seller_id, label, prefix, key_hash FROM seller_api_key",
        row -> {
          states.put(
              row.getString(1) + "/" + row.getString(2),
              new StringBuilder(row.getString(3) + "…, digest " + shortDigest(row.getString(4))));
        });
    return texts(states);
  }

  private static Map<String, String> texts(Map<String, StringBuilder> states) {
    Map<String, String> texts = new TreeMap<>();
    states.forEach((name, state) -> texts.put(name, Written.fitting(state.toString(), 1000)));
    return texts;
  }

  private static String shortDigest(String secret) {
    return digest(secret.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }
}
