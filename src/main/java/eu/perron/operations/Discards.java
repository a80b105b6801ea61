package eu.perron.operations;

import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what was given up, by whom and why. */
@Component
class Discards {
  private static final int LONGEST_ABOUT = 190;
  private final JdbcClient jdbc;
  private final Seal seal;
  private final Clock clock;

  Discards(JdbcClient jdbc, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  enum Kind {
    MESSAGE,
    ARRIVAL,
    INCIDENT
  }

  record Discard(String kind, String about, String reason, String who, Instant discardedAt) {}

  void remember(Kind kind, String about, String reason, String who) {
    jdbc.sql(
            "INSERT INTO operations_discard (id, kind, about, reason, who, discarded_at) "
                + "VALUES (:id, :kind, :about, :reason, :who, :now)")
        .param("id", Ids.next())
        .param("kind", kind.name())
        .param("about", about.substring(0, Math.min(LONGEST_ABOUT, about.length())))
        .param("reason", seal.close(reason))
        .param("who", who)
        .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  List<Discard> newest(int most) {
    return jdbc.sql(
            "SELECT kind, about, reason, who, discarded_at FROM operations_discard "
                + "ORDER BY discarded_at DESC LIMIT :most")
        .param("most", most)
        .query(
            (row, n) ->
                new Discard(
                    row.getString("kind"),
                    row.getString("about"),
                    seal.openText(row.getBytes("reason")),
                    row.getString("who"),
                    row.getObject("discarded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .list();
  }
}
