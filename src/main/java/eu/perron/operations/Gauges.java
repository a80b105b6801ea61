package eu.perron.operations;

import eu.perron.exchange.Nodes;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerHealth;
import eu.perron.exchange.PartnerLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What stands where, for Prometheus: orders by stage and status, messages by partner and state. */
@Component
class Gauges {
  private final JdbcTemplate jdbc;
  private final MultiGauge orders;
  private final MultiGauge messages;
  private final MultiGauge arrivals;
  private final MultiGauge tasks;
  private final MultiGauge ended;
  private final MultiGauge archived;

  Gauges(
      JdbcTemplate jdbc,
      MeterRegistry meters,
      PartnerHealth health,
      Nodes nodes,
      PartnerLimits limits) {
    this.jdbc = jdbc;
    this.ended =
        MultiGauge.builder("perron.orders.ended")
            .description("Orders that have ended and are not archived yet")
            .register(meters);
    this.archived =
        MultiGauge.builder("perron.archived").description("Moved to the archive").register(meters);
    this.orders =
        MultiGauge.builder("perron.orders").description("Orders on their way").register(meters);
    this.messages =
        MultiGauge.builder("perron.messages.open")
            .description("Messages not yet sent")
            .register(meters);
    this.arrivals =
        MultiGauge.builder("perron.arrivals.open")
            .description("Arrivals not yet applied")
            .register(meters);
    this.tasks =
        MultiGauge.builder("perron.tasks")
            .description("Tasks waiting for a clerk")
            .register(meters);
    for (Partner partner : Partner.values()) {
      meters.gauge(
          "perron.partner.well",
          Tags.of("partner", partner.id()),
          health,
          known -> known.isBeyondDoubt(partner) ? 1 : 0);
      Tags of = Tags.of("partner", partner.id());
      meters.gauge(
          "perron.partner.circuit",
          of,
          nodes,
          known -> List.of("CLOSED", "HALF_OPEN", "OPEN").indexOf(known.mine(partner).circuit()));
      meters.gauge("perron.partner.lines.busy", of, nodes, known -> known.mine(partner).running());
      meters.gauge("perron.partner.lines", of, limits, known -> known.of(partner).lines());
      meters.gauge(
          "perron.partner.calls.rate", of, nodes, known -> known.mine(partner).perSecond());
      meters.gauge(
          "perron.partner.budget", of, limits, known -> known.of(partner).callsPerSecond());
    }
  }

  @Scheduled(fixedDelayString = "${perron.operations.gauges-every:15000}")
  void read() {
    orders.register(
        rows(
            "SELECT stage, status, COUNT(*) FROM orders WHERE ended_at IS NULL GROUP BY stage, status",
            "stage",
            "status"),
        true);
    messages.register(
        rows(
            "SELECT partner, state, COUNT(*) FROM exchange_message "
                + "WHERE state IN ('READY', 'SENDING', 'PARKED') GROUP BY partner, state",
            "partner",
            "state"),
        true);
    arrivals.register(
        rows(
            "SELECT partner, state, COUNT(*) FROM exchange_arrival "
                + "WHERE state IN ('NEW', 'UNMATCHED', 'FAILED') GROUP BY partner, state",
            "partner",
            "state"),
        true);
    tasks.register(
        rows(
            "SELECT desk, activity, COUNT(*) FROM flow_task GROUP BY desk, activity",
            "desk",
            "task"),
        true);
    ended.register(
        rows(
            "SELECT status, COUNT(*) FROM orders WHERE ended_at IS NOT NULL GROUP BY status",
            "status"),
        true);
    archived.register(
        rows(
            """
            SELECT 'orders', COALESCE(SUM(orders - brought_back), 0) FROM archive_day
            UNION ALL SELECT 'consignments', COALESCE(SUM(consignments), 0) FROM archive_day
            UNION ALL SELECT 'messages', COALESCE(SUM(messages), 0) FROM archive_day
            UNION ALL SELECT 'erased', COALESCE(SUM(erased), 0) FROM archive_day""",
            "what"),
        true);
  }

  private List<Row<?>> rows(String sql, String first, String second) {
    return jdbc.query(
        sql,
        (row, number) ->
            Row.of(Tags.of(first, row.getString(1), second, row.getString(2)), row.getLong(3)));
  }

  private List<Row<?>> rows(String sql, String only) {
    return jdbc.query(
        sql, (row, number) -> Row.of(Tags.of(only, row.getString(1)), row.getLong(2)));
  }
}
