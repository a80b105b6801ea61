package eu.perron.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the keeping: documents, numbers and messages go, and with them every personal datum. Number,
 * kind, dates and value stay, so that a reference is never an order twice.
 */
@Component
class Erasure {
  private static final int BATCH = 50;
  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final Rules rules;
  private final Map<Kind, Owner> owners = new EnumMap<>(Kind.class);
  private final List<Follower> followers;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Erasure(
      JdbcClient jdbc,
      JdbcTemplate rows,
      Rules rules,
      List<Owner> owners,
      List<Follower> followers,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.rules = rules;
    owners.forEach(owner -> this.owners.put(owner.kind(), owner));
    this.followers = followers;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Due(String number, Kind kind, String subject, Instant endedAt) {}

  /**
   * @return how many orders and consignments were erased
   */
  int round(int most) {
    int erased = 0;
    int found;
    do {
      Batch batch = transaction.execute(running -> batch());
      erased += batch.erased();
      found = batch.found();
    } while (found == BATCH && erased < most);
    Instant before = rules.keptSince(clock.instant());
    followers.forEach(follower -> follower.erase(before, most));
    return erased;
  }

  private record Batch(int found, int erased) {}

  private Batch batch() {
    Instant now = clock.instant();
    List<Due> due =
        jdbc.sql(
                "SELECT number, kind, subject, ended_at FROM archive_document "
                    + "WHERE erased_at IS NULL AND keep_until < :now ORDER BY keep_until LIMIT :most "
                    + "FOR UPDATE SKIP LOCKED")
            .param("now", Utc.of(now))
            .param("most", BATCH)
            .query(Due.class)
            .list();
    List<String> over = new ArrayList<>();
    for (Due one : due) {
      Instant until = rules.keepUntil(one.kind(), one.subject(), one.endedAt());
      if (until.isAfter(now)) {
        jdbc.sql("UPDATE archive_document SET keep_until = :until WHERE number = :number")
            .param("until", Utc.of(until))
            .param("number", one.number())
            .update();
      } else {
        over.add(one.number());
      }
    }
    erase(over, now);
    for (Kind kind : Kind.values()) {
      List<String> numbers =
          due.stream()
              .filter(one -> one.kind() == kind && over.contains(one.number()))
              .map(Due::number)
              .toList();
      if (!numbers.isEmpty()) {
        owners.get(kind).erase(numbers);
      }
    }
    return new Batch(due.size(), over.size());
  }

  private void erase(List<String> numbers, Instant now) {
    rows.batchUpdate(
        "UPDATE archive_document SET erased_at = ?, rows_sealed = NULL, pages_sealed = NULL WHERE number = ?",
        numbers.stream().map(number -> new Object[] {Utc.of(now), number}).toList());
    rows.batchUpdate(
        "DELETE FROM archive_number WHERE owner = ?",
        numbers.stream().map(number -> new Object[] {number}).toList());
  }
}
