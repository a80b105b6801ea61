package eu.perron.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import eu.perron.fuzz.Bounds;
import eu.perron.fuzz.EveryParser;
import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** The same bad input at each parser alone: read or refused by name, in time and measure. */
public final class BadInputAtParsers {
  private BadInputAtParsers() {}

  /**
   * @param findings what was done to a good message, and what came of it
   */
  public record Tally(
      String parser, int messages, long slowestMillis, Map<String, String> findings) {
    @Override
    public String toString() {
      return "%-24s %6d  slowest %5d ms  findings %d"
          .formatted(parser, messages, slowestMillis, findings.size());
    }
  }

  public static List<Tally> feedAll(long seed, int count) throws IOException {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    List<Tally> tallies = new ArrayList<>();
    for (Parser parser : EveryParser.all()) {
      tallies.add(feed(parser, seed, count));
    }
    return tallies;
  }

  static Tally feed(Parser parser, long seed, int count) throws IOException {
    List<byte[]> samples = new ArrayList<>();
    for (Path file : EveryParser.inputs(parser)) {
      samples.add(Files.readAllBytes(file));
    }
    samples.removeIf(sample -> sample.length == 0);
    Map<String, String> findings = new TreeMap<>();
    long slowest = 0;
    for (int number = 0; number < count; number++) {
      Random random = new Random(seed * 31 + parser.name().hashCode() * 1_000_003L + number);
      random.nextInt();
      Mutation.Result bad = Mutation.of(samples.get(random.nextInt(samples.size())), random);
      long from = System.nanoTime();
      try {
        Bounds.ORDINARY.read(parser, bad.body());
      } catch (Finding | StackOverflowError finding) {
        findings.putIfAbsent(bad.how(), number + ": " + finding);
      }
      slowest = Math.max(slowest, (System.nanoTime() - from) / 1_000_000);
    }
    return new Tally(parser.name(), count, slowest, findings);
  }

  /** {@code seed count [parser]}. */
  public static void main(String[] given) throws IOException {
    long seed = Long.parseLong(given[0]);
    int count = Integer.parseInt(given[1]);
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    int findings = 0;
    for (Parser parser : EveryParser.all()) {
      if (given.length < 3 || parser.name().equals(given[2])) {
        Tally tally = feed(parser, seed, count);
        System.out.println(tally);
        tally.findings().forEach((how, what) -> System.out.println("    " + how + " " + what));
        findings += tally.findings().size();
      }
    }
    System.exit(findings == 0 ? 0 : 1);
  }
}
