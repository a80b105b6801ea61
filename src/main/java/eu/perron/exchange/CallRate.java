package eu.perron.exchange;

import java.util.concurrent.TimeUnit;

/** How many calls there were in the last ten whole seconds; a metric, no limit. */
final class CallRate {
  private static final int SECONDS = 10;
  private final long[] seconds = new long[SECONDS + 1];
  private final int[] calls = new int[SECONDS + 1];

  synchronized void add(int more) {
    long now = now();
    int place = Math.floorMod(now, calls.length);
    if (seconds[place] != now) {
      seconds[place] = now;
      calls[place] = 0;
    }
    calls[place] += more;
  }

  synchronized double perSecond() {
    long now = now();
    int sum = 0;
    for (int place = 0; place < calls.length; place++) {
      if (seconds[place] < now && seconds[place] >= now - SECONDS) {
        sum += calls[place];
      }
    }
    return (double) sum / SECONDS;
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
  }
}
