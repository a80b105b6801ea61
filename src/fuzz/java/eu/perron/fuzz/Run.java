package eu.perron.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Jazzer did with a parser.
 *
 * @param edges branches of the program that inputs reached; and features, how often and in which
 *     company
 * @param corpus inputs kept, each of which goes a way that no other goes
 */
record Run(
    String parser,
    long executions,
    long perSecond,
    long edges,
    long features,
    long corpus,
    int exit,
    List<String> findings) {
  static final String HEADING =
      "%-22s %12s %8s %7s %9s %7s  %s"
          .formatted("parser", "executions", "per s", "edges", "features", "corpus", "findings");

  private static final Pattern PROGRESS =
      Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/.*?exec/s: (\\d+).*");
  private static final Pattern EXECUTED =
      Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
  private static final Pattern RATE = Pattern.compile("stat::average_exec_per_sec:\\s*(\\d+)");
  private static final Pattern FOUND = Pattern.compile("== Java Exception: (.*)");
  private static final Pattern ENDED = Pattern.compile("==\\d+== ERROR: libFuzzer: (.*)");

  static Run of(Parser parser, int exit, List<String> said) {
    long[] known = new long[5];
    List<String> findings = new ArrayList<>();
    for (String line : said) {
      Matcher progress = PROGRESS.matcher(line);
      if (progress.matches()) {
        known[0] = Long.parseLong(progress.group(1));
        known[1] = Long.parseLong(progress.group(5));
        known[2] = Long.parseLong(progress.group(2));
        known[3] = Long.parseLong(progress.group(3));
        known[4] = Long.parseLong(progress.group(4));
      }
      find(EXECUTED, line).ifPresent(number -> known[0] = Long.parseLong(number));
      find(RATE, line).ifPresent(number -> known[1] = Long.parseLong(number));
      find(FOUND, line).ifPresent(findings::add);
      find(ENDED, line).ifPresent(findings::add);
    }
    return new Run(parser.name(), known[0], known[1], known[2], known[3], known[4], exit, findings);
  }

  /** Why the run is not green. */
  Optional<String> trouble() {
    if (!findings.isEmpty()) {
      return Optional.of(findings.size() + " findings");
    }
    if (executions == 0) {
      return Optional.of("nothing was executed");
    }
    return exit == 0
        ? Optional.empty()
        : Optional.of("Jazzer ended with " + exit + "; see its log beside the report");
  }

  String line() {
    return "%-22s %,12d %,8d %,7d %,9d %,7d  %d"
        .formatted(parser, executions, perSecond, edges, features, corpus, findings.size());
  }

  static List<String> table(List<Run> runs) {
    List<String> lines = new ArrayList<>();
    lines.add("| parser | executions | per second | edges | features | corpus | findings |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (Run run : runs) {
      lines.add(
          "| %s | %,d | %,d | %,d | %,d | %,d | %d |"
              .formatted(
                  run.parser,
                  run.executions,
                  run.perSecond,
                  run.edges,
                  run.features,
                  run.corpus,
                  run.findings.size()));
    }
    lines.add("");
    return lines;
  }

  private static Optional<String> find(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
