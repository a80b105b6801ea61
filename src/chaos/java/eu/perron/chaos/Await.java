package eu.perron.chaos;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something to become true. */
public final class Await {
  /** So many times as long as the last answer took, nothing is asked. */
  private static final int ASKED_SELDOM = 20;

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

  /**
   * For what takes a while to answer, such as a count of a hundred thousand rows: asking shall not
   * take what is measured.
   *
   * @throws Broken if it does not in time
   */
  public static void untilAskedSeldom(Duration atMost, String what, Callable<Boolean> condition)
      throws InterruptedException {
    if (!within(atMost, ASKED_SELDOM, condition)) {
      throw new Broken("Not within " + atMost.toSeconds() + " s: " + what);
    }
  }

  public static boolean within(Duration atMost, Callable<Boolean> condition)
      throws InterruptedException {
    return within(atMost, 0, condition);
  }

  private static boolean within(Duration atMost, int seldom, Callable<Boolean> condition)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    do {
      long asked = System.nanoTime();
      try {
        if (condition.call()) {
          return true;
        }
      } catch (InterruptedException stopping) {
        throw stopping;
      } catch (Exception notYet) {
        // The other side may be dead just now; that is what we are here for.
      }
      Thread.sleep(Math.max(100, seldom * Duration.ofNanos(System.nanoTime() - asked).toMillis()));
    } while (System.nanoTime() < end);
    return false;
  }
}
