package eu.perron.exchange;

import eu.perron.trade.Ids;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The nodes that work on this database. Each says every other second that it lives and how it sees
 * the partners, so that a person sees the truth whichever node is asked. Nobody needs to be told of
 * another: work is shared by the database alone.
 */
@Component
public class Nodes {
  private static final Logger log = LoggerFactory.getLogger(Nodes.class);
  private final String id = Ids.next();
  private final String name;
  private final Instant startedAt;
  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final PartnerHealth health;
  private final Dispatch dispatch;
  private final Budget budget;

  Nodes(
      JdbcTemplate jdbc,
      JdbcClient client,
      PartnerHealth health,
      Dispatch dispatch,
      Budget budget,
      Clock clock,
      @Value("${server.port:8080}") String port) {
    this.jdbc = jdbc;
    this.client = client;
    this.health = health;
    this.dispatch = dispatch;
    this.budget = budget;
    this.startedAt = clock.instant();
    this.name = host() + ":" + port + " (" + ProcessHandle.current().pid() + ")";
  }

  /**
   * @param alive it said so within ten seconds
   */
  public record Node(
      String name,
      boolean me,
      Instant startedAt,
      Instant seenAt,
      boolean alive,
      Map<Partner, View> partners) {
    public View view(Partner partner) {
      return partners.getOrDefault(partner, View.QUIET);
    }
  }

  /**
   * How one node sees a partner.
   *
   * @param running calls at this moment
   * @param perSecond calls, over the last ten seconds
   */
  public record View(String circuit, int running, double perSecond) {
    static final View QUIET = new View("CLOSED", 0, 0);
  }

  private record Row(
      String id, String name, Instant startedAt, Instant seenAt, boolean alive, String partners) {}

  @Scheduled(fixedDelayString = "${perron.exchange.beat-every:2000}")
  void beat() {
    jdbc.update(
        "INSERT INTO exchange_node (id, name, started_at, seen_at, partners) VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?) "
            + "ON DUPLICATE KEY UPDATE seen_at = UTC_TIMESTAMP(3), partners = VALUES(partners)",
        id,
        name,
        Timestamp.from(startedAt),
        views());
    jdbc.update("DELETE FROM exchange_node WHERE seen_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR");
  }

  /** How this node sees it at this moment. */
  public View mine(Partner partner) {
    return new View(health.circuitState(partner), dispatch.busy(partner), budget.rate(partner));
  }

  private String views() {
    return Arrays.stream(Partner.values())
        .map(
            partner -> {
              View view = mine(partner);
              return String.format(
                  Locale.ROOT,
                  "%s=%s:%d:%.1f",
                  partner.id(),
                  view.circuit(),
                  view.running(),
                  view.perSecond());
            })
        .filter(view -> !view.endsWith("=CLOSED:0:0.0"))
        .collect(Collectors.joining(" "));
  }

  /** Those of the last hour, the longest running first. */
  public List<Node> all() {
    return client
        .sql(
            "SELECT id, name, started_at, seen_at, seen_at > UTC_TIMESTAMP(3) - INTERVAL 10 SECOND AS alive, partners "
                + "FROM exchange_node ORDER BY started_at, id")
        .query(Row.class)
        .list()
        .stream()
        .map(
            row ->
                new Node(
                    row.name(),
                    row.id().equals(id),
                    row.startedAt(),
                    row.seenAt(),
                    row.alive(),
                    read(row.partners())))
        .toList();
  }

  private static Map<Partner, View> read(String views) {
    Map<Partner, View> read = new EnumMap<>(Partner.class);
    for (String view : views.split(" ")) {
      String[] parts = view.split("[=:]");
      if (parts.length == 4) {
        Partner.named(parts[0])
            .ifPresent(
                partner ->
                    read.put(
                        partner,
                        new View(
                            parts[1], Integer.parseInt(parts[2]), Double.parseDouble(parts[3]))));
      }
    }
    return read;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "node";
    }
  }

  @PreDestroy
  void leave() {
    try {
      jdbc.update("DELETE FROM exchange_node WHERE id = ?", id);
    } catch (RuntimeException databaseGone) {
      log.debug("This node could not say goodbye: {}", databaseGone.toString());
    }
  }
}
