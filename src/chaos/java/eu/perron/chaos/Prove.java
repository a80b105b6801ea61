package eu.perron.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.slf4j.LoggerFactory;

/**
 * Plays the experiments and writes the report. Run by {@code mvn -Pchaos verify}; arguments: the
 * jar, the folder to work in, {@code quick} or {@code whole}, the seed, and names of experiments
 * divided by commas or {@code all}.
 */
public final class Prove {
  /**
   * Those that want the same nodes one after another: they need not start anew. The sleepers leave
   * the processors to what stands alone.
   */
  private static final List<Experiment> EXPERIMENTS =
      List.of(
          new Parsers(),
          new Sleepers(),
          new Kills.BetweenSendingAndRecording(),
          new Kills.AtRandom(),
          new Shuffled(),
          new InboxSets(),
          new EarlyNews(),
          new DeadDatabase(),
          new BadModels(),
          new OnPaper(),
          new IllPartner(),
          new Overload(),
          // Last: what it leaves behind is told of nobody, and would be counted as unmatched.
          new BadInputs());

  private Prove() {}

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path jar = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Scale scale = new Scale(arguments[2].equals("quick"), Long.parseLong(arguments[3]));
    List<Experiment> chosen = chosen(arguments[4]);
    clear(folder);
    Report report = new Report(scale);
    List<Experiment> onStage =
        chosen.stream().filter(experiment -> !experiment.standsAlone()).toList();
    // It wants both processors itself; what stands alone begins after it.
    Stage stage = onStage.isEmpty() ? null : Stage.set(folder.resolve("stage"), jar);
    List<FutureTask<Void>> beside = new ArrayList<>();
    for (Experiment experiment : chosen) {
      if (experiment.standsAlone()) {
        beside.add(
            new FutureTask<>(
                () -> {
                  play(experiment, null, scale, report, folder);
                  return null;
                }));
        new Thread(beside.get(beside.size() - 1), experiment.name()).start();
      }
    }
    for (Experiment experiment : onStage) {
      stage.calm();
      play(experiment, stage, scale, report, folder);
    }
    if (stage != null) {
      stage.clearAway();
    }
    for (FutureTask<Void> each : beside) {
      each.get();
    }
    System.out.println("\n" + report.summary());
    System.exit(report.allKept() ? 0 : 1);
  }

  /**
   * @param stage null for what stands alone
   */
  private static void play(
      Experiment experiment, Stage stage, Scale scale, Report report, Path folder)
      throws IOException {
    System.out.println("\n" + experiment.name() + ": " + experiment.promise());
    report.add(experiment, play(experiment, stage, scale));
    report.write(folder);
  }

  private static Report.Played play(Experiment experiment, Stage stage, Scale scale) {
    Findings findings = new Findings();
    long began = System.nanoTime();
    try {
      experiment.run(stage, scale, findings);
    } catch (Exception | AssertionError failure) {
      failure.printStackTrace(System.out);
      findings.broke("The experiment did not come to its end: " + failure);
    }
    return new Report.Played(findings, Duration.ofNanos(System.nanoTime() - began));
  }

  private static List<Experiment> chosen(String names) {
    if (names.equals("all")) {
      return EXPERIMENTS;
    }
    List<Experiment> chosen = new ArrayList<>();
    for (String name : names.split(",")) {
      chosen.add(
          EXPERIMENTS.stream()
              .filter(experiment -> experiment.name().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "No experiment "
                              + name
                              + "; there are "
                              + Arrays.toString(
                                  EXPERIMENTS.stream().map(Experiment::name).toArray()))));
    }
    return chosen;
  }

  private static void clear(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
