package eu.perron.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Several who call at once, each waiting for its answer before its next call. */
final class Callers implements AutoCloseable {
  private final ExecutorService hands;
  private final int count;

  Callers(int count) {
    this.count = count;
    this.hands = Executors.newFixedThreadPool(count);
  }

  interface Call {
    void number(int number) throws Exception;
  }

  /**
   * @param perSecond evenly spread; a late answer delays none of the next, and counts from when the
   *     call should have gone out; 0: as fast as they are answered
   */
  Times call(int many, double perSecond, Call call) throws InterruptedException {
    Times times = new Times(many);
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    Callable<Void> caller =
        () -> {
          for (int number = next.getAndIncrement();
              number < many;
              number = next.getAndIncrement()) {
            long due =
                perSecond > 0 ? began + (long) (number * 1e9 / perSecond) : System.nanoTime();
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
              LockSupport.parkNanos(wait);
            }
            call.number(number);
            times.add(System.nanoTime() - due);
          }
          return null;
        };
    for (Future<Void> done :
        hands.invokeAll(IntStream.range(0, count).mapToObj(i -> caller).toList())) {
      try {
        done.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException(failure.getCause());
      }
    }
    times.took(System.nanoTime() - began);
    return times;
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
