package eu.perron.connectors;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Ends calls at their deadline, whatever the partner does: a time-out of the HTTP client bounds
 * each read, not a partner that answers byte by byte. The connection is cut under the thread that
 * calls, so that both are free again.
 */
@Component
class Deadlines {
  private static final ThreadLocal<Call> RUNNING = new ThreadLocal<>();
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
          });

  Deadlines() {
    watch.setRemoveOnCancelPolicy(true);
  }

  /** The call that this thread makes, if it makes one for the exchange. */
  static Optional<Call> running() {
    return Optional.ofNullable(RUNNING.get());
  }

  /** From now on this thread calls; to be closed by it. */
  Call begin(Duration deadline) {
    Call call = new Call(Thread.currentThread());
    RUNNING.set(call);
    call.end = watch.schedule(call::cut, deadline.toMillis(), TimeUnit.MILLISECONDS);
    return call;
  }

  static final class Call implements AutoCloseable {
    private final Thread caller;
    private Future<?> end;
    private Runnable disconnect;
    private boolean cut;
    private boolean closed;

    private Call(Thread caller) {
      this.caller = caller;
    }

    /**
     * @param cutting closes the connection at once, under a thread that reads from it
     */
    synchronized void canBeCutBy(Runnable cutting) {
      disconnect = cutting;
      if (cut) {
        cutting.run();
      }
    }

    synchronized boolean wasCut() {
      return cut;
    }

    private synchronized void cut() {
      if (!closed) {
        cut = true;
        if (disconnect != null) {
          disconnect.run();
        }
        caller.interrupt();
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      end.cancel(false);
      RUNNING.remove();
      if (cut) {
        Thread.interrupted();
      }
    }
  }

  @PreDestroy
  void stop() {
    watch.shutdownNow();
  }
}
