package eu.perron.tracking;

import eu.perron.house.Gathered;
import eu.perron.house.MultiRow;
import eu.perron.house.Seal;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.Milestone;
import eu.perron.trade.Milestone.Level;
import eu.perron.trade.Milestone.Quality;
import eu.perron.trade.MilestoneCode;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to an order, from everybody's milestones; the same told twice stands once. */
@Component
public class Timeline {
  private static final String INSERT = "INSERT INTO timeline_event";
  private static final String COLUMNS =
      "order_number, code, happened_at, place, level, kind, source, note";
  private static final String SAME_AGAIN = "place = VALUES(place), note = VALUES(note)";
  private static final MultiRow EVENTS = MultiRow.of(INSERT, COLUMNS).orUpdate(SAME_AGAIN);

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final Seal seal;
  private final Gathered<Milestone> milestones = new Gathered<>(this::write);

  Timeline(JdbcClient jdbc, JdbcTemplate rows, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.rows = rows;
  }

  /** Oldest first; what a source planned or expected too. */
  public List<TimelineEntry> of(String orderNumber) {
    return jdbc
        .sql("SELECT * FROM timeline_event WHERE order_number = :number")
        .param("number", orderNumber)
        .query(
            (row, n) ->
                new TimelineEntry(
                    MilestoneCode.valueOf(row.getString("code")),
                    row.getTimestamp("happened_at").toInstant(),
                    row.getString("place"),
                    Level.valueOf(row.getString("level")),
                    row.getString("source"),
                    Quality.valueOf(row.getString("kind")),
                    seal.openText(row.getBytes("note"))))
        .list()
        .stream()
        .sorted(Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::code))
        .toList();
  }

  @EventListener
  void on(Milestone milestone) {
    milestones.add(milestone);
  }

  /** One statement for the whole flight; a house that is missing or was pulled is not aboard. */
  @EventListener
  void on(ConsignmentMilestone milestone) {
    jdbc.sql(
            """
            %s (%s) SELECT order_number, :code, :at, :place, :level, :kind, :source, :note FROM freight_house
            WHERE consignment_number = :consignment AND state IN ('ABOARD', 'PRESENTED')
            ON DUPLICATE KEY UPDATE %s"""
                .formatted(INSERT, COLUMNS, SAME_AGAIN))
        .param("consignment", milestone.consignmentNumber())
        .param("code", milestone.code().name())
        .param("at", Timestamp.from(milestone.at()))
        .param("place", cut(milestone.place(), 120))
        .param("level", milestone.level().name())
        .param("kind", milestone.quality().name())
        .param("source", cut(milestone.source(), 40))
        .param("note", seal.close(cut(milestone.note(), 500)))
        .update();
  }

  private void write(List<Milestone> milestones) {
    EVENTS.write(
        rows,
        milestones,
        each ->
            new Object[] {
              each.orderNumber(),
              each.code().name(),
              Timestamp.from(each.at()),
              cut(each.place(), 120),
              each.level().name(),
              each.quality().name(),
              cut(each.source(), 40),
              seal.close(cut(each.note(), 500))
            });
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
