package eu.perron.connectors.simulators;

import eu.perron.house.MultiRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The simulated partners' own books: a line for each thing they were sent, each time they were sent
 * it. Nothing decides by them; whoever doubts us counts in them.
 */
@Component
@Profile("simulators")
public class Books {
  private static final MultiRow LINES =
      MultiRow.of(
          "INSERT INTO simulator_book", "partner, operation, identity, about, digest, entered_at");

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Books(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One thing in a message.
   *
   * @param operation in the partner's words: IE415, CEB603, FWB …
   * @param identity what the partner knows it by: LRN, copNo, master air waybill …
   * @param about the house air waybill, master or order number that stands in it
   */
  public record Entry(String operation, String identity, String about) {}

  public void enter(String partner, byte[] message, List<Entry> entries) {
    String digest = digest(message);
    Timestamp now = Timestamp.from(clock.instant());
    LINES.write(
        jdbc,
        entries,
        entry ->
            new Object[] {
              partner, entry.operation(), entry.identity(), entry.about(), digest, now
            });
  }

  private static String digest(byte[] message) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
