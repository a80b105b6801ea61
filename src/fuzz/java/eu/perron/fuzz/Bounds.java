package eu.perron.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a parser may take and how much memory it may ask for. Both are this thread's own, so
 * that a busy machine makes no findings; and what is too much is measured again, for the first time
 * may have loaded classes.
 *
 * @param perByte what it may allocate for each byte of the input, beside what any input may cost
 */
public record Bounds(Duration time, long anyInput, long perByte) {
  public static final Bounds ORDINARY = new Bounds(Duration.ofSeconds(1), 48L << 20, 4096);

  /** Jazzer's instrumentation costs time itself, and memory at each comparison of texts. */
  static final Bounds INSTRUMENTED = new Bounds(Duration.ofSeconds(2), 512L << 20, 32_768);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * @throws Finding if the parser neither read nor refused it, or not within the bounds
   */
  public void read(Parser parser, byte[] input) {
    if (excess(parser, input).isPresent()) {
      excess(parser, input)
          .ifPresent(
              what -> {
                throw Finding.of(parser.name() + " " + what);
              });
    }
  }

  private Optional<String> excess(Parser parser, byte[] input) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    parser.read(input);
    Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu);
    long asked = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    if (took.compareTo(time) > 0) {
      return Optional.of("took %d ms for %d bytes".formatted(took.toMillis(), input.length));
    }
    if (asked > anyInput + perByte * input.length) {
      return Optional.of(
          "asked for %d kB of memory for %d bytes".formatted(asked >> 10, input.length));
    }
    return Optional.empty();
  }
}
