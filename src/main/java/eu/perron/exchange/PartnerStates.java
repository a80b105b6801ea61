package eu.perron.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each partner is, as all nodes together see it, and how much waits before it. */
@Component
public class PartnerStates {
  private final Nodes nodes;
  private final PartnerSwitch switches;
  private final PartnerLimits limits;
  private final JdbcClient jdbc;

  PartnerStates(Nodes nodes, PartnerSwitch switches, PartnerLimits limits, JdbcClient jdbc) {
    this.nodes = nodes;
    this.switches = switches;
    this.limits = limits;
    this.jdbc = jdbc;
  }

  public enum Health {
    WELL,
    TRIED,
    ILL,
    DECLARED_DOWN
  }

  /**
   * @param illOn on how many of the living nodes its circuit is not closed
   * @param nodes how many live
   * @param queued letters and messages that wait to be sent
   * @param running calls at this moment, of all nodes
   * @param perSecond calls, of all nodes
   * @param limits what it is granted
   */
  public record State(
      Partner partner,
      Health health,
      long illOn,
      long nodes,
      long queued,
      int running,
      double perSecond,
      PartnerLimits.Limits limits) {}

  private record Queue(String partner, long number) {}

  public Map<Partner, State> now() {
    Map<Partner, PartnerSwitch.Down> down = switches.down();
    List<Nodes.Node> alive = nodes.all().stream().filter(Nodes.Node::alive).toList();
    Map<String, Long> queues =
        jdbc
            .sql(
                """
                SELECT partner, COUNT(*) AS number FROM exchange_message
                WHERE state IN ('READY', 'SENDING') GROUP BY partner
                UNION ALL
                SELECT l.partner, COUNT(*) FROM (SELECT DISTINCT partner, operation FROM exchange_letter) o
                JOIN exchange_letter l ON l.partner = o.partner AND l.operation = o.operation
                  AND l.message_id IS NULL AND l.withdrawn_at IS NULL
                GROUP BY l.partner""")
            .query(Queue.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Queue::partner, Collectors.summingLong(Queue::number)));
    Map<Partner, State> states = new EnumMap<>(Partner.class);
    for (Partner partner : Partner.values()) {
      List<Nodes.View> views = alive.stream().map(node -> node.view(partner)).toList();
      states.put(
          partner,
          new State(
              partner,
              down.containsKey(partner) ? Health.DECLARED_DOWN : worst(views),
              views.stream().filter(view -> !view.circuit().equals("CLOSED")).count(),
              views.size(),
              queues.getOrDefault(partner.id(), 0L),
              views.stream().mapToInt(Nodes.View::running).sum(),
              views.stream().mapToDouble(Nodes.View::perSecond).sum(),
              limits.of(partner)));
    }
    return states;
  }

  private static Health worst(List<Nodes.View> views) {
    List<String> seen = views.stream().map(Nodes.View::circuit).toList();
    if (seen.contains("OPEN")) {
      return Health.ILL;
    }
    return seen.contains("HALF_OPEN") ? Health.TRIED : Health.WELL;
  }
}
