package eu.perron.chaos;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something to become true. */
public final class Await {
  private Await() {}

  /**
   * @throws Broken if it does not in time
   */
  public static void until(Duration atMost, String what, Callable<Boolean> condition)
      throws InterruptedException {
    if (!within(atMost, condition)) {
      throw new Broken("Not within " + atMost.toSeconds() + " s: " + what);
    }
  }

  public static boolean within(Duration atMost, Callable<Boolean> condition)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    do {
      try {
        if (condition.call()) {
          return true;
        }
      } catch (InterruptedException stopping) {
        throw stopping;
      } catch (Exception notYet) {
        // The other side may be dead just now; that is what we are here for.
      }
      Thread.sleep(100);
    } while (System.nanoTime() < end);
    return false;
  }
}
