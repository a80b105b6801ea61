package eu.perron.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Measures and writes the report. Run by {@code mvn -Pbench verify}; arguments: the jar, the folder
 * to work in, {@code quick}, {@code whole} or {@code full}, names of parts divided by commas or
 * {@code all}, and the orders of a run of the journey or 0.
 */
public final class Bench {
  private static final List<Part> PARTS =
      List.of(
          new Journey(),
          new Statements(),
          new Intake(),
          new Events(),
          new Tasklist(),
          new Flight(),
          new Nodes(),
          new Growth(),
          new Footprint());

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path jar = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Size size = Size.named(arguments[2], Integer.parseInt(arguments[4]));
    List<Part> chosen = chosen(arguments[3]);
    clear(folder);
    Ground ground = Ground.lay(folder.resolve("ground"), jar);
    Report report = new Report(circumstances(ground, size));
    for (Part part : chosen) {
      System.out.println("\n" + part.name() + ": " + part.what());
      report.add(part, measure(part, ground, size));
      report.write(folder);
    }
    ground.clearAway();
    System.exit(report.whole() ? 0 : 1);
  }

  private static Report.Measured measure(Part part, Ground ground, Size size) {
    Sheet sheet = new Sheet();
    String failed = null;
    long began = System.nanoTime();
    try {
      part.run(ground, size, sheet);
    } catch (Exception | AssertionError failure) {
      failure.printStackTrace(System.out);
      failed = failure.toString();
    }
    return new Report.Measured(sheet, Duration.ofNanos(System.nanoTime() - began), failed);
  }

  private static Map<String, String> circumstances(Ground ground, Size size)
      throws IOException, SQLException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    all.put(
        "size",
        switch (size.kind()) {
          case QUICK -> "quick (a tenth, one run: good for a look, not for a comparison)";
          case WHOLE -> "whole (what fits into twenty minutes)";
          case FULL -> "full (as was asked, however long)";
        });
    all.put("processor", Machine.processor());
    all.put("memory", Machine.memory());
    all.put("a forced write of 4 KiB, ms", Sheet.shown(Machine.millisToFlush(ground.folder())));
    all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    all.put("MariaDB", ground.ledger().rows("SELECT VERSION()").get(0).get(0));
    all.put("database server", String.join(" ", Ground.SERVER));
    all.put("node and plain engine", String.join(" ", Ground.MACHINE));
    all.put(
        "simulated partners",
        "a process of their own with a database server of their own, on the same machine; "
            + String.join(" ", Ground.PARTNERS_MACHINE));
    all.put(
        "unlike the defaults",
        "partners answer at once (PERRON_DEMO_PACE=0) and grant any number of calls (100000 a"
            + " second)");
    return all;
  }

  private static List<Part> chosen(String names) {
    if (names.equals("all")) {
      return PARTS;
    }
    List<Part> chosen = new ArrayList<>();
    for (String name : names.split(",")) {
      chosen.add(
          PARTS.stream()
              .filter(part -> part.name().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "No part "
                              + name
                              + "; there are "
                              + PARTS.stream().map(Part::name).toList())));
    }
    return chosen;
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
