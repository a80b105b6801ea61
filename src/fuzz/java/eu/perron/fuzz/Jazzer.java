package eu.perron.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of Jazzer for one parser. What it learnt is kept in {@code var/fuzz/<parser>}, so that
 * the next run goes on where this one ended.
 */
final class Jazzer {
  private static final Path KEPT = Path.of("var/fuzz");
  private static final String INSTRUMENTED =
      String.join(
          ":",
          "eu.perron.**",
          "org.apache.commons.csv.**",
          "com.fasterxml.jackson.core.**",
          "com.fasterxml.jackson.databind.node.**",
          "org.camunda.bpm.model.**",
          "com.sun.org.apache.xerces.**");
  private static final int MOST_FINDINGS = 10;
  private static final int LONGEST_INPUT = 32 * 1024;
  private static final int HANGS_AFTER_SECONDS = 20;

  private final Path out;

  Jazzer(Path out) {
    this.out = out;
  }

  Run run(Parser parser, Duration howLong) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(out.resolve("work").resolve(parser.name()));
    Path findings = Files.createDirectories(out.resolve("findings").resolve(parser.name()));
    Path kept = Files.createDirectories(KEPT.resolve(parser.name()));
    Path seeds = seeds(parser, folder.resolve("seeds"));
    Path log = out.resolve(parser.name() + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx1g", "-Xss1m", "-XX:+UseSerialGC", "-XX:-OmitStackTraceInFastThrow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + Target.class.getName());
    command.add("--target_args=" + parser.name());
    command.add("--instrumentation_includes=" + INSTRUMENTED);
    command.add("--custom_hook_includes=" + INSTRUMENTED);
    command.add("--keep_going=" + MOST_FINDINGS);
    command.add("--reproducer_path=" + folder);
    command.add("-max_total_time=" + howLong.toSeconds());
    command.add("-timeout=" + HANGS_AFTER_SECONDS);
    command.add("-rss_limit_mb=3000");
    command.add("-max_len=" + LONGEST_INPUT);
    command.add("-print_final_stats=1");
    command.add("-dict=" + Inputs.dictionary(parser, folder.resolve("words")));
    command.add("-artifact_prefix=" + findings + "/");
    command.add(kept.toString());
    command.add(seeds.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    if (!process.waitFor(howLong.plusMinutes(3).toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    Runtime.getRuntime().removeShutdownHook(end);
    return Run.of(
        parser, process.exitValue(), Files.readAllLines(log, StandardCharsets.ISO_8859_1));
  }

  private static Path seeds(Parser parser, Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (Path input : EveryParser.inputs(parser)) {
      Files.copy(
          input,
          folder.resolve(number++ + "-" + input.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }
}
