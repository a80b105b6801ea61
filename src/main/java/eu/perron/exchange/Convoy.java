package eu.perron.exchange;

import eu.perron.house.DatabaseGone;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What many threads bring at once is done in one go: while one of them works, the others line up,
 * and the next takes along all who stand there. Nobody waits for company; who is alone goes alone.
 *
 * @param <T> what is brought
 * @param <R> what becomes of it
 */
final class Convoy<T, R> {
  private final int most;
  private final Function<List<T>, List<R>> work;
  private final Queue<Rider<T, R>> line = new ConcurrentLinkedQueue<>();
  private final ReentrantLock road = new ReentrantLock();

  /**
   * @param most in one go
   * @param work all or nothing; a result for each, in their order
   */
  Convoy(int most, Function<List<T>, List<R>> work) {
    this.most = most;
    this.work = work;
  }

  private static final class Rider<T, R> {
    private final T item;
    private R result;
    private RuntimeException failure;

    Rider(T item) {
      this.item = item;
    }

    boolean hasArrived() {
      return result != null || failure != null;
    }
  }

  /**
   * Returns when it is done.
   *
   * @throws RuntimeException what the work threw for this one
   */
  R go(T item) {
    Rider<T, R> own = new Rider<>(item);
    line.add(own);
    road.lock();
    try {
      while (!own.hasArrived()) {
        ride(next());
      }
    } finally {
      road.unlock();
    }
    if (own.failure != null) {
      throw own.failure;
    }
    return own.result;
  }

  /** How many threads line up now. */
  int waiting() {
    return road.getQueueLength();
  }

  private List<Rider<T, R>> next() {
    List<Rider<T, R>> together = new ArrayList<>();
    while (together.size() < most && !line.isEmpty()) {
      together.add(line.poll());
    }
    return together;
  }

  /** If one of them cannot be done, each is tried alone: the others must not suffer for it. */
  private void ride(List<Rider<T, R>> together) {
    try {
      List<R> results = work.apply(together.stream().map(rider -> rider.item).toList());
      for (int i = 0; i < together.size(); i++) {
        together.get(i).result = results.get(i);
      }
    } catch (RuntimeException failure) {
      if (together.size() == 1 || DatabaseGone.explains(failure)) {
        together.forEach(rider -> rider.failure = failure);
      } else {
        together.forEach(rider -> ride(List.of(rider)));
      }
    } catch (Error broken) {
      // Nobody may wait for an end that does not come.
      together.forEach(
          rider -> rider.failure = new IllegalStateException("The work broke off", broken));
      throw broken;
    }
  }
}
