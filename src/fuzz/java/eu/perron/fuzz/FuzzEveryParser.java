package eu.perron.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -Pfuzz verify}: Jazzer on each parser in turn, in a process of its own, for as long as
 * {@code -Dfor} says. No test of the ordinary run.
 */
class FuzzEveryParser {
  private static final Path OUT = Path.of("target/fuzz");

  @Test
  void readsOrRefusesWhateverComes() throws Exception {
    Duration each = Spell.parse(System.getProperty("for", "30s"));
    String only = System.getProperty("parser", "");
    List<Parser> parsers =
        only.isBlank() ? EveryParser.all() : List.of(EveryParser.named(only.strip()));
    Files.createDirectories(OUT);
    PrintStream out = System.out;
    out.println(
        "%d parsers, %d s each; inputs that found something lie in target/fuzz/findings"
            .formatted(parsers.size(), each.toSeconds()));
    out.println(Run.HEADING);
    List<Run> runs = new ArrayList<>();
    for (Parser parser : parsers) {
      Run run = new Jazzer(OUT).run(parser, each);
      runs.add(run);
      out.println(run.line());
      report(runs, each);
    }
    assertThat(runs).allSatisfy(run -> assertThat(run.trouble()).as(run.parser()).isEmpty());
  }

  private static void report(List<Run> runs, Duration each) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Bad input at the parsers");
    lines.add("");
    lines.add(
        "Jazzer, %d s for each parser, Java %s."
            .formatted(each.toSeconds(), System.getProperty("java.version")));
    lines.add("");
    lines.addAll(Run.table(runs));
    for (Run run : runs) {
      run.findings().forEach(finding -> lines.add("- **" + run.parser() + "** " + finding));
      run.trouble().ifPresent(trouble -> lines.add("- " + run.parser() + ": " + trouble));
    }
    Files.write(OUT.resolve("report.md"), lines);
  }
}
