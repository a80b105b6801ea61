package eu.perron.house;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Does in strands what need not be done one after the other: while one strand waits for the
 * database, another reckons. What is about the same thing stays in one strand, in its order.
 */
@Component
public class SideBySide {
  /** More would only want connections of each other. */
  private static final int MOST_BY_ITSELF = 4;

  private final int strands;
  private final ExecutorService others;

  /**
   * @param strands 0: as many as there are processors, four at most
   */
  SideBySide(@Value("${perron.strands}") int strands) {
    this.strands =
        strands > 0
            ? strands
            : Math.min(MOST_BY_ITSELF, Runtime.getRuntime().availableProcessors());
    AtomicInteger number = new AtomicInteger();
    this.others =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "strand-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  public int strands() {
    return strands;
  }

  /**
   * Returns when all strands are at their end.
   *
   * @param about what an item is about
   * @throws RuntimeException what the work of a strand threw
   */
  public <T> void each(
      Collection<T> items, Function<T, ?> about, Consumer<List<T>> workOfOneStrand) {
    List<List<T>> split = split(items, about);
    if (split.isEmpty()) {
      return;
    }
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (List<T> strand : split.subList(1, split.size())) {
      running.add(CompletableFuture.runAsync(() -> workOfOneStrand.accept(strand), others));
    }
    try {
      workOfOneStrand.accept(split.get(0));
    } finally {
      join(running);
    }
  }

  private <T> List<List<T>> split(Collection<T> items, Function<T, ?> about) {
    List<List<T>> split = new ArrayList<>();
    for (int strand = 0; strand < strands; strand++) {
      split.add(new ArrayList<>());
    }
    items.forEach(
        item -> split.get(Math.floorMod(spread(about.apply(item).hashCode()), strands)).add(item));
    split.removeIf(List::isEmpty);
    return split;
  }

  /** Our numbers end in check characters: not all of a hash's bits are alike. */
  private static int spread(int hash) {
    return hash ^ hash >>> 16;
  }

  private static void join(List<CompletableFuture<Void>> running) {
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw failed;
    }
  }

  @PreDestroy
  void end() {
    others.shutdown();
  }
}
