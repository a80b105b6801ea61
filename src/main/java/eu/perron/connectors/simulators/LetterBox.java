package eu.perron.connectors.simulators;

import eu.perron.house.Gathered;
import eu.perron.house.MultiRow;
import eu.perron.house.PerronSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What simulated partners will tell us later. Kept in the database, so that a simulator that is
 * killed still keeps its word, and delivered through the same doors a real partner uses.
 */
@Component
@Profile("simulators")
public class LetterBox {
  private static final MultiRow LETTERS =
      MultiRow.of(
          "INSERT IGNORE INTO simulator_letter",
          "id, target, partner, name, content_type, body, due_at");

  private final JdbcTemplate jdbc;
  private final PerronSettings settings;
  private final Clock clock;
  private final Gathered<Letter> letters = new Gathered<>(this::write);

  LetterBox(JdbcTemplate jdbc, PerronSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Posts to {@code /connect/{partner}/{operation}} after a while, again and again until it is
   * taken.
   *
   * @param after at pace 1; the pace setting stretches or shrinks it, 0 means at once
   */
  public void post(
      String partner, String operation, String contentType, byte[] body, Duration after) {
    post(partner, operation, contentType, body, after, Duration.ZERO);
  }

  /**
   * @param atLeast at any pace: for news that would make no sense before other news was heard
   */
  public void post(
      String partner,
      String operation,
      String contentType,
      byte[] body,
      Duration after,
      Duration atLeast) {
    keep("DOOR", partner, operation, contentType, body, after, atLeast);
  }

  /** Lays a file into the partner's {@code in} folder after a while. */
  public void file(String partner, String fileName, byte[] body, Duration after) {
    keep("FILE", partner, fileName, "application/octet-stream", body, after, Duration.ZERO);
  }

  private void keep(
      String target,
      String partner,
      String name,
      String contentType,
      byte[] body,
      Duration after,
      Duration atLeast) {
    long millis =
        Math.max(Math.round(after.toMillis() * settings.demo().pace()), atLeast.toMillis());
    letters.add(
        new Letter(target, partner, name, contentType, body, clock.instant().plusMillis(millis)));
  }

  private record Letter(
      String target, String partner, String name, String contentType, byte[] body, Instant dueAt) {}

  private void write(List<Letter> some) {
    LETTERS.write(
        jdbc,
        some,
        letter ->
            new Object[] {
              identity(letter.target(), letter.partner(), letter.name(), letter.body()),
              letter.target(),
              letter.partner(),
              letter.name(),
              letter.contentType(),
              letter.body(),
              Timestamp.from(letter.dueAt())
            });
  }

  private static String identity(String target, String partner, String name, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((target + "|" + partner + "|" + name + "|").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
