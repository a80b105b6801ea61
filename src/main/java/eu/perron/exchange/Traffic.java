package eu.perron.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes to and fro between us and each partner, for the operator. */
@Component
@Transactional(readOnly = true)
public class Traffic {
  private static final Duration LATELY = Duration.ofHours(1);
  private final JdbcClient jdbc;
  private final Clock clock;

  Traffic(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One partner's figures.
   *
   * @param queued letters and messages that wait to be sent
   * @param sent messages sent within the last hour
   * @param received messages received within the last hour
   * @param parked ours that the partner will not take
   * @param lost arrivals that are unmatched or failed, and messages nobody could read
   * @param oldestQueued since when the oldest waits; null if none
   * @param problem the last thing that went wrong and has not been mended; null if none
   */
  public record PartnerTraffic(
      Partner partner,
      long queued,
      long sent,
      long received,
      long parked,
      long lost,
      Instant oldestQueued,
      String problem,
      Instant problemAt) {
    /** Never a word to or from it. */
    public boolean silent() {
      return queued + sent + received + parked + lost == 0 && problem == null;
    }
  }

  private record Figure(String partner, String what, long number, Instant oldest) {}

  private record Problem(String partner, String problem, Instant createdAt) {}

  public List<PartnerTraffic> now() {
    Map<String, Map<String, Figure>> figures = new HashMap<>();
    for (Figure figure : figures()) {
      figures
          .computeIfAbsent(figure.partner(), partner -> new HashMap<>())
          .merge(figure.what(), figure, Traffic::sum);
    }
    Map<String, Problem> problems = new HashMap<>();
    problems().forEach(problem -> problems.putIfAbsent(problem.partner(), problem));
    return Arrays.stream(Partner.values())
        .map(
            partner ->
                of(
                    partner,
                    figures.getOrDefault(partner.id(), Map.of()),
                    problems.get(partner.id())))
        .toList();
  }

  private static PartnerTraffic of(Partner partner, Map<String, Figure> figures, Problem problem) {
    Figure queued = figures.get("queued");
    return new PartnerTraffic(
        partner,
        queued == null ? 0 : queued.number(),
        number(figures, "sent"),
        number(figures, "received"),
        number(figures, "parked"),
        number(figures, "lost"),
        queued == null ? null : queued.oldest(),
        problem == null ? null : problem.problem(),
        problem == null ? null : problem.createdAt());
  }

  private List<Figure> figures() {
    return jdbc.sql(
            """
            SELECT l.partner, 'queued' AS what, COUNT(*) AS number, MIN(l.created_at) AS oldest
            FROM (SELECT DISTINCT partner, operation FROM exchange_letter) o
            JOIN exchange_letter l ON l.partner = o.partner AND l.operation = o.operation
              AND l.message_id IS NULL AND l.withdrawn_at IS NULL
            GROUP BY l.partner
            UNION ALL
            SELECT partner, 'queued', COUNT(*), MIN(created_at)
            FROM exchange_message WHERE state IN ('READY', 'SENDING') GROUP BY partner
            UNION ALL
            SELECT partner, IF(direction = 'OUT', 'sent', 'received'), COUNT(*), NULL
            FROM exchange_message WHERE partner IN (:partners) AND created_at >= :lately AND state IN ('SENT', 'RECEIVED')
            GROUP BY partner, direction
            UNION ALL
            SELECT partner, IF(state = 'PARKED', 'parked', 'lost'), COUNT(*), NULL
            FROM exchange_message WHERE state IN ('PARKED', 'REFUSED') GROUP BY partner, state
            UNION ALL
            SELECT partner, 'lost', COUNT(*), NULL
            FROM exchange_arrival WHERE state IN ('UNMATCHED', 'FAILED') GROUP BY partner""")
        .param("partners", Arrays.stream(Partner.values()).map(Partner::id).toList())
        .param("lately", LocalDateTime.ofInstant(clock.instant().minus(LATELY), ZoneOffset.UTC))
        .query(Figure.class)
        .list();
  }

  private List<Problem> problems() {
    return jdbc.sql(
            """
            (SELECT partner, problem, created_at FROM exchange_message
             WHERE state IN ('READY', 'SENDING', 'PARKED', 'REFUSED') AND problem IS NOT NULL
             ORDER BY created_at DESC LIMIT 200)
            UNION ALL
            (SELECT partner, problem, created_at FROM exchange_arrival
             WHERE state IN ('UNMATCHED', 'FAILED') AND problem IS NOT NULL ORDER BY created_at DESC LIMIT 200)
            ORDER BY created_at DESC""")
        .query(Problem.class)
        .list();
  }

  private static Figure sum(Figure one, Figure other) {
    Instant oldest =
        one.oldest() == null || other.oldest() != null && other.oldest().isBefore(one.oldest())
            ? other.oldest()
            : one.oldest();
    return new Figure(one.partner(), one.what(), one.number() + other.number(), oldest);
  }

  private static long number(Map<String, Figure> figures, String what) {
    return figures.containsKey(what) ? figures.get(what).number() : 0;
  }
}
