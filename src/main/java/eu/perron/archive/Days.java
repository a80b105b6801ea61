package eu.perron.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done day by day; summed up instead of counting an archive of years. */
@Component
class Days {
  private final JdbcClient jdbc;
  private final Clock clock;

  Days(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A round as it went. */
  record Round(
      int orders, int consignments, int messages, int erased, int keptBack, String problem) {
    boolean isIdle() {
      return orders + consignments + messages + erased == 0 && problem == null;
    }
  }

  void note(Round round) {
    write(round, 0);
  }

  void noteBroughtBack(int orders) {
    write(null, orders);
  }

  private void write(Round round, int broughtBack) {
    jdbc.sql(
            """
            INSERT INTO archive_day (day, orders, consignments, messages, erased, brought_back, last_round_at,
                                     kept_back, problem)
            VALUES (:day, :orders, :consignments, :messages, :erased, :back, :now, :keptBack, :problem)
            ON DUPLICATE KEY UPDATE orders = orders + VALUES(orders),
              consignments = consignments + VALUES(consignments), messages = messages + VALUES(messages),
              erased = erased + VALUES(erased), brought_back = brought_back + VALUES(brought_back),
              last_round_at = IF(:round, VALUES(last_round_at), last_round_at),
              kept_back = IF(:round, VALUES(kept_back), kept_back),
              problem = COALESCE(VALUES(problem), problem)""")
        .param("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("orders", round == null ? 0 : round.orders())
        .param("consignments", round == null ? 0 : round.consignments())
        .param("messages", round == null ? 0 : round.messages())
        .param("erased", round == null ? 0 : round.erased())
        .param("back", broughtBack)
        .param("now", Utc.of(clock.instant()))
        .param("keptBack", round == null ? 0 : round.keptBack())
        .param("problem", round == null ? null : shortened(round.problem()))
        .param("round", round != null)
        .update();
  }

  private static String shortened(String problem) {
    return problem == null ? null : problem.substring(0, Math.min(1000, problem.length()));
  }

  List<ArchiveFigures.Day> newest(int most) {
    return jdbc.sql(
            "SELECT day, orders, consignments, messages, erased, brought_back, last_round_at, kept_back, problem "
                + "FROM archive_day ORDER BY day DESC LIMIT :most")
        .param("most", most)
        .query(ArchiveFigures.Day.class)
        .list();
  }

  ArchiveFigures.Sum sum() {
    return jdbc.sql(
            "SELECT COALESCE(SUM(orders - brought_back), 0) AS orders, COALESCE(SUM(consignments), 0) AS consignments, "
                + "COALESCE(SUM(messages), 0) AS messages, COALESCE(SUM(erased), 0) AS erased FROM archive_day")
        .query(ArchiveFigures.Sum.class)
        .single();
  }
}
