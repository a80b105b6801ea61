package eu.perron.exchange;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a partner calls something wrongly, again and again, and a person said what it means. Asked
 * only when nobody here knows the word.
 */
@Component
class Aliases {
  private final JdbcClient jdbc;
  private final Clock clock;

  Aliases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return the order, parcel or consignment of ours
   */
  Optional<String> meaning(String partner, String said) {
    return jdbc.sql("SELECT number FROM exchange_alias WHERE partner = :partner AND said = :said")
        .param("partner", partner)
        .param("said", said)
        .query(String.class)
        .optional();
  }

  void remember(String partner, String said, String number, String who) {
    jdbc.sql(
            "INSERT INTO exchange_alias (partner, said, number, who, created_at) "
                + "VALUES (:partner, :said, :number, :who, :now) "
                + "ON DUPLICATE KEY UPDATE number = :number, who = :who, created_at = :now")
        .param("partner", partner)
        .param("said", said)
        .param("number", number)
        .param("who", who)
        .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }
}
