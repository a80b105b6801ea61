package eu.perron.operations;

import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what was done by hand, by whom and why, in the transaction of the act. */
@Component
class Acts {
  private static final int LONGEST_ABOUT = 190;
  private final JdbcClient jdbc;
  private final Seal seal;
  private final Clock clock;
  private final Audit audit;

  Acts(JdbcClient jdbc, Seal seal, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
    this.audit = audit;
  }

  enum Act {
    RETRY(eu.perron.audit.Act.RETRIED),
    REPLAY(eu.perron.audit.Act.REPLAYED),
    MATCH(eu.perron.audit.Act.MATCHED),
    DISCARD(eu.perron.audit.Act.DISCARDED);

    private final eu.perron.audit.Act inTheTrail;

    Act(eu.perron.audit.Act inTheTrail) {
      this.inTheTrail = inTheTrail;
    }
  }

  enum Kind {
    MESSAGE,
    ARRIVAL,
    INCIDENT,
    PARTNER
  }

  /**
   * @param id of the message, arrival or incident; null for a partner
   * @param about the thing in words that stay when it is gone
   * @param order the one order or consignment it is about; null if none, or many
   */
  record Subject(Kind kind, String id, String about, String order) {
    Subject of(String number) {
      return new Subject(kind, id, about, number);
    }
  }

  /**
   * @param reason null if none was asked
   */
  record Done(String act, String kind, String about, String reason, String who, Instant at) {}

  void remember(Act act, Subject subject, String before, String after, String reason, String who) {
    jdbc.sql(
            "INSERT INTO operations_act (id, act, kind, subject_id, about, reason, who, acted_at) "
                + "VALUES (:id, :act, :kind, :subject, :about, :reason, :who, :now)")
        .param("id", Ids.next())
        .param("act", act.name())
        .param("kind", subject.kind().name())
        .param("subject", subject.id())
        .param("about", shortened(subject.about()))
        .param("reason", seal.close(reason))
        .param("who", who)
        .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    writeDown(act, subject, before, after, reason, who);
  }

  /** Into the audit trail alone: what was given up is remembered among the discards. */
  void writeDown(Act act, Subject subject, String before, String after, String reason, String who) {
    audit.record(
        Entry.of(act.inTheTrail)
            .by(who)
            .about(subject.order())
            .on(subject.id() == null ? subject.about() : subject.id())
            .before(state("is", before))
            .after(
                state(
                    subject.kind().name().toLowerCase(Locale.ROOT),
                    subject.about(),
                    "is",
                    after,
                    "reason",
                    reason)));
  }

  /** Names and values in turn; what is not known is left out. */
  private static Map<String, String> state(String... namesAndValues) {
    Map<String, String> state = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        state.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return state;
  }

  List<Done> newest(int most) {
    return jdbc.sql(
            "SELECT act, kind, about, reason, who, acted_at FROM operations_act "
                + "ORDER BY acted_at DESC LIMIT :most")
        .param("most", most)
        .query((row, number) -> done(row))
        .list();
  }

  /** Newest first. */
  List<Done> on(List<String> subjects) {
    return jdbc.sql(
            "SELECT act, kind, about, reason, who, acted_at FROM operations_act "
                + "WHERE subject_id IN (:subjects) ORDER BY acted_at DESC LIMIT 100")
        .param("subjects", subjects)
        .query((row, number) -> done(row))
        .list();
  }

  private Done done(ResultSet row) throws SQLException {
    return new Done(
        row.getString("act"),
        row.getString("kind"),
        row.getString("about"),
        seal.openText(row.getBytes("reason")),
        row.getString("who"),
        row.getObject("acted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private static String shortened(String about) {
    return about.substring(0, Math.min(LONGEST_ABOUT, about.length()));
  }
}
