package eu.perron.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How much each partner was brought in some stretches of time, by the partners' own books. */
final class Throughput {
  private final Books books;
  private final Map<String, Long> brought = new TreeMap<>();
  private double seconds;

  Throughput(Books books) {
    this.books = books;
  }

  /** Adds a stretch of time that begins now. */
  void measure(Duration time) throws SQLException, InterruptedException {
    Map<String, Long> before = books.things();
    long began = System.nanoTime();
    Thread.sleep(time.toMillis());
    Map<String, Long> after = books.things();
    seconds += (System.nanoTime() - began) / 1e9;
    after.forEach(
        (partner, count) ->
            brought.merge(partner, count - before.getOrDefault(partner, 0L), Long::sum));
  }

  void add(Throughput other) {
    other.brought.forEach((partner, count) -> brought.merge(partner, count, Long::sum));
    seconds += other.seconds;
  }

  long brought(String partner) {
    return brought.getOrDefault(partner, 0L);
  }

  double perSecond(String partner) {
    return brought(partner) / seconds;
  }

  double seconds() {
    return seconds;
  }
}
