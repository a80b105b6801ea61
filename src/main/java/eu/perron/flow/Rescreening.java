package eu.perron.flow;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.compliance.Compliance;
import eu.perron.sanctions.ListInForce;
import eu.perron.sanctions.Sanctions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another sanctions list is in force: all that is under way is compared with it. Who waits for a
 * review is screened anew; for the rest a process of its own asks the compliance desk. How far it
 * came stands in the database, so that another node goes on where one stopped.
 */
@Component
public class Rescreening {
  private static final int BATCH = 200;
  private static final String REVIEW = "ReviewOrder";
  private final JdbcClient jdbc;
  private final Compliance compliance;
  private final Sanctions sanctions;
  private final Processes processes;
  private final DeskTasks tasks;
  private final Incidents incidents;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Rescreening(
      JdbcClient jdbc,
      Compliance compliance,
      Sanctions sanctions,
      Processes processes,
      DeskTasks tasks,
      Incidents incidents,
      Audit audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.compliance = compliance;
    this.sanctions = sanctions;
    this.processes = processes;
    this.tasks = tasks;
    this.incidents = incidents;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param orders compared so far
   * @param hits for how many of them a person was asked
   * @param endedAt null: it goes on
   */
  public record Round(
      long id, long version, String reached, int orders, int hits, Instant endedAt) {}

  /** In the transaction of whoever brought the list into force. */
  @EventListener
  void on(ListInForce list) {
    jdbc.sql("UPDATE flow_rescreening SET ended_at = :now WHERE ended_at IS NULL")
        .param("now", now())
        .update();
    jdbc.sql("INSERT INTO flow_rescreening (version, who, begun_at) VALUES (:version, :who, :now)")
        .param("version", list.version())
        .param("who", list.who())
        .param("now", now())
        .update();
  }

  public Optional<Round> newest() {
    return jdbc.sql(
            "SELECT id, version, reached, orders, hits, ended_at FROM flow_rescreening "
                + "ORDER BY id DESC LIMIT 1")
        .query(Round.class)
        .optional();
  }

  @Scheduled(fixedDelayString = "${perron.flow.rescreen-every:1000}")
  void goOn() {
    if (newest().filter(round -> round.endedAt() == null).isEmpty()) {
      return;
    }
    sanctions.lookAgain();
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(running -> batch()));
    }
  }

  /** The row is locked meanwhile: one node compares. */
  private boolean batch() {
    Optional<Round> open =
        jdbc.sql(
                "SELECT id, version, reached, orders, hits, ended_at FROM flow_rescreening "
                    + "WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1 FOR UPDATE SKIP LOCKED")
            .query(Round.class)
            .optional();
    if (open.isEmpty()) {
      return false;
    }
    List<String> numbers = underWay(open.get().reached());
    int hits = 0;
    for (String number : numbers) {
      hits += compared(number) ? 1 : 0;
    }
    boolean last = numbers.size() < BATCH;
    jdbc.sql(
            "UPDATE flow_rescreening SET reached = :reached, orders = orders + :orders, "
                + "hits = hits + :hits, ended_at = :ended WHERE id = :id")
        .param("reached", last ? open.get().reached() : numbers.get(numbers.size() - 1))
        .param("orders", numbers.size())
        .param("hits", hits)
        .param("ended", last ? now() : null)
        .param("id", open.get().id())
        .update();
    if (last) {
      audit.record(
          Entry.of(Act.SCREENED_AGAIN)
              .by(Audit.THE_PROGRAM)
              .on("sanctions list " + open.get().version())
              .after(
                  Map.of(
                      "orders", open.get().orders() + numbers.size(),
                      "hits", open.get().hits() + hits)));
    }
    return !last;
  }

  private List<String> underWay(String after) {
    return jdbc.sql(
            "SELECT number FROM orders WHERE number > :after AND started = TRUE AND ended_at IS"
                + " NULL ORDER BY number LIMIT :most")
        .param("after", after)
        .param("most", BATCH)
        .query(String.class)
        .list();
  }

  /** Each in a transaction of its own: one that fails is an incident, the rest goes on. */
  private boolean compared(String number) {
    TransactionTemplate alone = new TransactionTemplate(transaction.getTransactionManager());
    alone.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    try {
      return Boolean.TRUE.equals(alone.execute(running -> compare(number)));
    } catch (RuntimeException failure) {
      alone.executeWithoutResult(
          running -> incidents.startFailed(ListedParty.PROCESS, number, failure));
      return true;
    }
  }

  private boolean compare(String number) {
    if (isReviewed(number)) {
      return compliance.hangsOnTheList(number)
          && tasks.answer(
              number,
              Starter.FULFILMENT,
              REVIEW,
              Audit.THE_PROGRAM,
              Map.of("decision", "CORRECTED"));
    }
    boolean found = compliance.screenPartiesAgain(number);
    if (found && !isAsked(number)) {
      processes.start(ListedParty.PROCESS, number);
    }
    return found;
  }

  private boolean isReviewed(String number) {
    return stands(number, Starter.FULFILMENT, REVIEW);
  }

  private boolean isAsked(String number) {
    return stands(number, ListedParty.PROCESS, "DecideParty");
  }

  private boolean stands(String number, String process, String activity) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM flow_task WHERE business_key = :key AND process = :process "
                    + "AND activity = :activity")
            .param("key", number)
            .param("process", process)
            .param("activity", activity)
            .query(Integer.class)
            .single()
        > 0;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
