package eu.perron.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code report.md} for people, {@code report.json} for machines. */
final class Report {
  private final Map<String, String> circumstances;
  private final Map<Part, Measured> measured = new LinkedHashMap<>();

  /**
   * @param circumstances machine, versions, settings
   */
  Report(Map<String, String> circumstances) {
    this.circumstances = circumstances;
  }

  /**
   * @param failure why it did not come to its end, or null
   */
  record Measured(Sheet sheet, Duration took, String failure) {}

  void add(Part part, Measured what) {
    measured.put(part, what);
  }

  boolean whole() {
    return measured.values().stream().allMatch(one -> one.failure() == null);
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("report.md"), markdown());
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve("report.json").toFile(), json());
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# How fast\n\n");
    circumstances.forEach(
        (name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    measured.forEach((part, what) -> chapter(text, part, what));
    return text.toString();
  }

  private static void chapter(StringBuilder text, Part part, Measured what) {
    text.append("\n## ").append(part.name()).append('\n').append(part.what());
    text.append(" (").append(what.took().toSeconds()).append(" s)\n");
    if (what.failure() != null) {
      text.append("\n**Did not come to its end:** ").append(what.failure()).append('\n');
    }
    if (!what.sheet().notes().isEmpty()) {
      text.append('\n');
      what.sheet().notes().forEach(note -> text.append("- ").append(note).append('\n'));
    }
    if (!what.sheet().figures().isEmpty()) {
      text.append("\n| | median | lowest | highest | runs | aim |\n");
      text.append("| --- | --: | --: | --: | --: | --- |\n");
      for (Sheet.Figure figure : what.sheet().figures()) {
        row(
            text,
            List.of(
                figure.name(),
                Sheet.shown(figure.median()),
                Sheet.shown(figure.lowest()),
                Sheet.shown(figure.highest()),
                Integer.toString(figure.runs().size()),
                figure.aim()));
      }
    }
    for (Sheet.Table table : what.sheet().tables()) {
      text.append("\n### ").append(table.title()).append("\n\n");
      row(text, table.columns());
      row(text, table.columns().stream().map(column -> "---").toList());
      table.rows().forEach(cells -> row(text, cells));
    }
  }

  private static void row(StringBuilder text, List<String> cells) {
    cells.forEach(cell -> text.append("| ").append(cell.replace("|", "\\|")).append(' '));
    text.append("|\n");
  }

  private Map<String, Object> json() {
    Map<String, Object> report = new LinkedHashMap<>(circumstances);
    report.put("parts", measured.entrySet().stream().map(Report::json).toList());
    return report;
  }

  private static Map<String, Object> json(Map.Entry<Part, Measured> entry) {
    Measured what = entry.getValue();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("part", entry.getKey().name());
    one.put("what", entry.getKey().what());
    one.put("seconds", what.took().toSeconds());
    one.put("failure", what.failure());
    one.put("notes", what.sheet().notes());
    one.put("figures", what.sheet().figures().stream().map(Report::json).toList());
    one.put("tables", what.sheet().tables());
    return one;
  }

  private static Map<String, Object> json(Sheet.Figure figure) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("figure", figure.name());
    one.put("median", figure.median());
    one.put("lowest", figure.lowest());
    one.put("highest", figure.highest());
    one.put("runs", figure.runs());
    one.put("aim", figure.aim());
    return one;
  }
}
