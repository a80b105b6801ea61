package eu.perron.sanctions;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The good-guy list: this party is not that entry, said a clerk. It holds for the party as it is
 * written and for the entry as it was published; if either changes, somebody looks again. Names lie
 * sealed and are found by a keyed hash.
 */
@Component
@Transactional
public class ClearedParties {
  private static final String PURPOSE = "cleared|";
  private final JdbcClient jdbc;
  private final Seal seal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ClearedParties(JdbcClient jdbc, Seal seal, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param orderNumber on which it was decided; null if on none
   */
  public record Cleared(
      long id,
      NamedParty party,
      String entry,
      String entryName,
      int score,
      String orderNumber,
      String clerk,
      String note,
      Instant decidedAt) {}

  /** Published in the transaction of the deed, so that it is written down. */
  public record PartyCleared(
      NamedParty party, Hit hit, String orderNumber, String clerk, String note) {}

  /** Nobody asks the database where nothing was found. */
  List<Hit> without(NamedParty party, List<Hit> hits) {
    if (hits.isEmpty()) {
      return hits;
    }
    Set<String> known =
        jdbc
            .sql(
                "SELECT entry, entry_digest FROM sanctions_cleared "
                    + "WHERE party_token IN (:tokens) AND withdrawn_at IS NULL")
            .param("tokens", seal.tokens(PURPOSE + party.identity()))
            .query((row, n) -> row.getString(1) + "|" + row.getString(2))
            .list()
            .stream()
            .collect(Collectors.toSet());
    return known.isEmpty()
        ? hits
        : hits.stream()
            .filter(hit -> !known.contains(hit.entry().id() + "|" + hit.entry().digest()))
            .toList();
  }

  public void remember(NamedParty party, Hit hit, String orderNumber, String clerk, String note) {
    if (without(party, List.of(hit)).isEmpty()) {
      return;
    }
    jdbc.sql(
            "INSERT INTO sanctions_cleared (party_token, entry, entry_digest, entry_name, score,"
                + " party, order_number, clerk, note, decided_at) VALUES (:token, :entry, :digest,"
                + " :name, :score, :party, :order, :clerk, :note, :now)")
        .param("token", seal.token(PURPOSE + party.identity()))
        .param("entry", hit.entry().id())
        .param("digest", hit.entry().digest())
        .param(
            "name", seal.close(abridged(hit.entry().reference() + " " + hit.entry().title(), 300)))
        .param("score", hit.score())
        .param("party", seal.closeDocument(party))
        .param("order", orderNumber)
        .param("clerk", clerk)
        .param("note", note == null ? null : seal.close(abridged(note, 1000)))
        .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    events.publishEvent(new PartyCleared(party, hit, orderNumber, clerk, note));
  }

  /** Newest first, those that hold. */
  @Transactional(readOnly = true)
  public List<Cleared> newest(int most) {
    return jdbc.sql(
            "SELECT id, party, entry, entry_name, score, order_number, clerk, note, decided_at "
                + "FROM sanctions_cleared WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT :most")
        .param("most", most)
        .query((row, n) -> cleared(row))
        .list();
  }

  /**
   * The next order of that party is looked at again.
   *
   * @return what no longer holds; empty if somebody was quicker
   */
  public Optional<Cleared> withdraw(long id, String who) {
    Optional<Cleared> held =
        jdbc.sql(
                "SELECT id, party, entry, entry_name, score, order_number, clerk, note, decided_at "
                    + "FROM sanctions_cleared WHERE id = :id AND withdrawn_at IS NULL FOR UPDATE")
            .param("id", id)
            .query((row, n) -> cleared(row))
            .optional();
    held.ifPresent(
        one ->
            jdbc.sql(
                    "UPDATE sanctions_cleared SET withdrawn_at = :now, withdrawn_by = :who WHERE id"
                        + " = :id")
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("who", who)
                .param("id", id)
                .update());
    return held;
  }

  private Cleared cleared(ResultSet row) throws SQLException {
    return new Cleared(
        row.getLong("id"),
        seal.openDocument(row.getBytes("party"), NamedParty.class),
        row.getString("entry"),
        seal.openText(row.getBytes("entry_name")),
        row.getInt("score"),
        row.getString("order_number"),
        row.getString("clerk"),
        seal.openText(row.getBytes("note")),
        row.getObject("decided_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private static String abridged(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }
}
