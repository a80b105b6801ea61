package eu.perron.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one experiment did and found. */
final class Findings {
  private final long began = System.nanoTime();
  private final List<String> done = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final List<String> broken = new ArrayList<>();

  void did(String what) {
    System.out.printf("    %4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
    done.add(what);
  }

  void figure(String name, long value) {
    figures.put(name, value);
  }

  void figure(String name, double value) {
    figures.put(name, Math.round(value * 100) / 100.0);
  }

  void figure(String name, String value) {
    figures.put(name, value);
  }

  /** A figure that the promise fixes. */
  void mustBe(String name, long wanted, long found) {
    figures.put(name, found);
    if (wanted != found) {
      broken.add("%s: %d, not %d".formatted(name, found, wanted));
    }
  }

  /** What must not exist; the first few are named. */
  void mustBeNone(String name, Collection<?> found) {
    figures.put(name, found.size());
    if (!found.isEmpty()) {
      broken.add(
          "%s: %d, such as %s".formatted(name, found.size(), found.stream().limit(5).toList()));
    }
  }

  void mustBeAtLeast(String name, double least, double found) {
    figures.put(name, Math.round(found * 1000) / 1000.0);
    if (found < least) {
      broken.add(String.format(Locale.ROOT, "%s: %.3f, less than %.3f", name, found, least));
    }
  }

  void mustBeAtMost(String name, double most, double found) {
    figures.put(name, Math.round(found * 1000) / 1000.0);
    if (found > most) {
      broken.add(String.format(Locale.ROOT, "%s: %.3f, more than %.3f", name, found, most));
    }
  }

  void broke(String how) {
    broken.add(how);
  }

  List<String> done() {
    return done;
  }

  Map<String, Object> figures() {
    return figures;
  }

  List<String> broken() {
    return broken;
  }

  boolean kept() {
    return broken.isEmpty();
  }
}
