package eu.perron.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code report.md} for people, {@code report.json} for machines. */
final class Report {
  private final Scale scale;
  private final Map<Experiment, Played> played = new LinkedHashMap<>();

  Report(Scale scale) {
    this.scale = scale;
  }

  record Played(Findings findings, Duration took) {
    String verdict() {
      return findings.kept() ? "kept" : "BROKEN";
    }
  }

  synchronized void add(Experiment experiment, Played how) {
    played.put(experiment, how);
    System.out.println(
        "    "
            + experiment.name()
            + " "
            + how.verdict()
            + " in "
            + how.took().toSeconds()
            + " s "
            + how.findings().broken());
  }

  boolean allKept() {
    return played.values().stream().allMatch(one -> one.findings().kept());
  }

  String summary() {
    return played.entrySet().stream()
        .map(
            entry ->
                "%-16s %-7s %5d s"
                    .formatted(
                        entry.getKey().name(),
                        entry.getValue().verdict(),
                        entry.getValue().took().toSeconds()))
        .collect(Collectors.joining("\n"));
  }

  synchronized void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("report.md"), markdown());
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve("report.json").toFile(), json());
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# Promises, and what became of them\n\n");
    machine()
        .forEach(
            (name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
    text.append("\n| experiment | promise | verdict | seconds |\n| --- | --- | --- | --: |\n");
    played.forEach(
        (experiment, how) ->
            text.append(
                "| %s | %s | %s | %d |%n"
                    .formatted(
                        experiment.name(),
                        experiment.promise(),
                        how.verdict(),
                        how.took().toSeconds())));
    played.forEach((experiment, how) -> chapter(text, experiment, how.findings()));
    return text.toString();
  }

  private static void chapter(StringBuilder text, Experiment experiment, Findings findings) {
    text.append("\n## ").append(experiment.name()).append("\n").append(experiment.promise());
    text.append(".\n\nDone:\n");
    findings.done().forEach(line -> text.append("- ").append(line).append('\n'));
    if (!findings.kept()) {
      text.append("\n**Broken:**\n");
      findings.broken().forEach(line -> text.append("- ").append(line).append('\n'));
    }
    text.append("\n| figure | |\n| --- | --: |\n");
    findings
        .figures()
        .forEach((name, value) -> text.append("| %s | %s |%n".formatted(name, value)));
  }

  private Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("scale", scale.quick() ? "quick (a tenth)" : "whole");
    machine.put("seed", scale.seed());
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    return machine;
  }

  private Map<String, Object> json() {
    Map<String, Object> report = new LinkedHashMap<>(machine());
    List<Map<String, Object>> experiments =
        played.entrySet().stream()
            .map(
                entry -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("experiment", entry.getKey().name());
                  one.put("promise", entry.getKey().promise());
                  one.put("verdict", entry.getValue().verdict());
                  one.put("seconds", entry.getValue().took().toSeconds());
                  one.put("done", entry.getValue().findings().done());
                  one.put("figures", entry.getValue().findings().figures());
                  one.put("broken", entry.getValue().findings().broken());
                  return one;
                })
            .toList();
    report.put("experiments", experiments);
    return report;
  }
}
