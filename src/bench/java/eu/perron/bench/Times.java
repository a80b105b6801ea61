package eu.perron.bench;

import java.util.Arrays;

/** How long each of many things took, and all of them together. */
final class Times {
  private final long[] nanos;
  private int many;
  private long together;
  private boolean sorted;

  Times(int most) {
    nanos = new long[most];
  }

  synchronized void add(long one) {
    nanos[many++] = one;
    sorted = false;
  }

  void took(long all) {
    together = all;
  }

  double seconds() {
    return together / 1e9;
  }

  double perSecond() {
    return many / seconds();
  }

  int many() {
    return many;
  }

  /**
   * @param share 0.99: so many took no longer
   * @return in milliseconds
   */
  synchronized double millis(double share) {
    if (!sorted) {
      Arrays.sort(nanos, 0, many);
      sorted = true;
    }
    return many == 0 ? 0 : nanos[(int) Math.min(many - 1L, Math.round(many * share))] / 1e6;
  }
}
