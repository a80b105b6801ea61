package eu.perron.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The lines to one partner: so many calls at once and no more, each with a thread of its own. What
 * came of a call is there as soon as it ends; nobody waits for the slowest.
 */
final class Lines<T> {
  private final int number;
  private final ScheduledThreadPoolExecutor threads;
  private final AtomicInteger busy = new AtomicInteger();
  private final BlockingQueue<T> results = new LinkedBlockingQueue<>();

  Lines(Partner partner, int number) {
    this.number = number;
    this.threads =
        new ScheduledThreadPoolExecutor(
            number,
            task -> {
              Thread thread = new Thread(task, "line-" + partner);
              thread.setDaemon(true);
              return thread;
            });
    threads.setKeepAliveTime(1, TimeUnit.MINUTES);
    threads.allowCoreThreadTimeOut(true);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  int free() {
    return number - busy.get();
  }

  int busy() {
    return busy.get();
  }

  boolean quiet() {
    return busy.get() == 0 && results.isEmpty();
  }

  void call(Duration after, Supplier<T> call) {
    busy.incrementAndGet();
    threads.schedule(
        () -> {
          try {
            results.add(call.get());
          } finally {
            busy.decrementAndGet();
          }
        },
        after.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  /** Waits for the first, then gives all that are there; none if there is none in time. */
  List<T> results(Duration patience) throws InterruptedException {
    List<T> there = new ArrayList<>();
    T first = results.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      there.add(first);
      results.drainTo(there);
    }
    return there;
  }

  void giveBack(List<T> unrecorded) {
    results.addAll(unrecorded);
  }

  void hangUp() {
    threads.shutdownNow();
  }
}
