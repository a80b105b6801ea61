package eu.perron.sanctions;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Screens parties by the version in force. Its index lies in memory; every node looks each second
 * whether another version is in force.
 */
@Component
public class Sanctions implements PartyScreener {
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
  private final SanctionsLists lists;
  private final ClearedParties cleared;
  private final JdbcClient jdbc;
  private volatile Loaded loaded;
  private volatile long lookedAt;

  Sanctions(SanctionsLists lists, ClearedParties cleared, JdbcClient jdbc) {
    this.lists = lists;
    this.cleared = cleared;
    this.jdbc = jdbc;
  }

  private record Loaded(long version, NameSearch search) {}

  @Override
  public Screened screen(NamedParty party, int least) {
    NameSearch search = inForce();
    if (search == null) {
      return Screened.impossible("No sanctions list is in force, so nobody was screened.");
    }
    return new Screened(
        null, cleared.without(party, search.find(party.name(), party.country(), least)));
  }

  /** The hits of a party, also those that a clerk found not to be meant. */
  public List<Hit> resemblances(NamedParty party, int least) {
    return Optional.ofNullable(inForce())
        .map(search -> search.find(party.name(), party.country(), least))
        .orElse(List.of());
  }

  /** Another node may have brought a list into force a moment ago. */
  public void lookAgain() {
    lookedAt = System.nanoTime() - 2 * LOOK_EVERY;
  }

  private NameSearch inForce() {
    Loaded known = loaded;
    if (known == null || System.nanoTime() - lookedAt > LOOK_EVERY) {
      known = look();
    }
    return known.search();
  }

  private synchronized Loaded look() {
    Loaded known = loaded;
    if (known != null && System.nanoTime() - lookedAt <= LOOK_EVERY) {
      return known;
    }
    long version =
        jdbc.sql("SELECT version FROM sanctions_list WHERE state = 'IN_FORCE'")
            .query(Long.class)
            .optional()
            .orElse(0L);
    if (known == null || known.version() != version) {
      known = new Loaded(version, version == 0 ? null : search(version));
    }
    loaded = known;
    lookedAt = System.nanoTime();
    return known;
  }

  private NameSearch search(long version) {
    SanctionsList list = lists.read(version);
    return new NameSearch(new NameIndex(list.entries()), version, list.generatedOn());
  }

  /** On this node at once. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ListInForce changed) {
    lookAgain();
  }

  /** For tests of other rooms and for a look at a list before it is in force. */
  public static PartyScreener by(byte[] file) {
    SanctionsList list = ListFile.read(file);
    NameSearch search = new NameSearch(new NameIndex(list.entries()), 1, list.generatedOn());
    return (party, least) -> new Screened(null, search.find(party.name(), party.country(), least));
  }
}
