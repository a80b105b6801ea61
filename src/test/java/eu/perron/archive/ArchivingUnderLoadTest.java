package eu.perron.archive;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive takes what has ended while everything else goes on. */
class ArchivingUnderLoadTest extends Archiving {
  /** {@code -Dperron.archive.orders=5000} measures more. */
  private static final int MANY = Integer.getInteger("perron.archive.orders", 200);

  private static final int NEW = 20;
  @Autowired private HotRows hot;
  @Autowired private TransactionTemplate transaction;

  @Test
  void twoNodesArchiveManyWhileOrdersFlowAndEachOrderIsInOnePlace() throws Exception {
    String original = placed(anOrder());
    ends(original, "DELIVERED");
    everythingIsSaidAbout(original);
    clock.pass(LONG_ENOUGH);
    Papers papers =
        transaction.execute(running -> hot.lock(Kind.ORDER, List.of(original)).get(original));
    for (int from = 0; from < MANY; from += 500) {
      int first = from;
      transaction.executeWithoutResult(
          running ->
              new ManyOrders(shelves, jdbc)
                  .copy(papers, original, first, Math.min(MANY, first + 500)));
    }

    long failed = failedNews();
    long begun = System.nanoTime();
    CompletableFuture<Void> one = CompletableFuture.runAsync(this::archiveAll);
    CompletableFuture<Void> other = CompletableFuture.runAsync(this::archiveAll);
    List<String> fresh = new ArrayList<>();
    for (int n = 0; n < NEW; n++) {
      fresh.add(placed(anOrder()));
    }
    CompletableFuture.allOf(one, other).get(15, TimeUnit.MINUTES);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(
        "Archived %d orders of %d rows each by two nodes while %d came in: %.1f s, %.0f a second%n",
        MANY,
        papers.tables().values().stream().mapToInt(List::size).sum(),
        NEW,
        took.toMillis() / 1000.0,
        MANY * 1000.0 / took.toMillis());

    assertThat(number("SELECT COUNT(*) FROM orders WHERE number LIKE 'PZZ%'")).isZero();
    assertThat(number("SELECT COUNT(*) FROM archive_document WHERE number LIKE 'PZZ%'"))
        .isEqualTo(MANY);
    assertThat(number("SELECT COUNT(*) FROM archive_order WHERE number LIKE 'PZZ%'"))
        .isEqualTo(MANY);
    assertThat(number("SELECT COUNT(*) FROM timeline_event WHERE order_number LIKE 'PZZ%'"))
        .isZero();
    fresh.forEach(order -> ends(order, "DELIVERED"));
    assertThat(number("SELECT COUNT(*) FROM flow_incident")).isZero();
    assertThat(failedNews()).isEqualTo(failed);
    assertThat(archive.figures().days().get(0).problem()).isNull();
    assertThat(view(ManyOrders.number(MANY - 1)).path("status").asText()).isEqualTo("DELIVERED");
  }

  /** Other tests leave some behind on purpose. */
  private long failedNews() {
    return number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'FAILED'");
  }

  /** As a node does, round by round. */
  private void archiveAll() {
    while (number("SELECT COUNT(*) FROM orders WHERE number LIKE 'PZZ%'") > 0) {
      sweep.goRound();
    }
  }
}
