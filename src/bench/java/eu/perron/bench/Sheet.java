package eu.perron.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one part found out. */
final class Sheet {
  private final List<Figure> figures = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param aim what it shall be, or empty
   * @param runs what it was, each time
   */
  record Figure(String name, String aim, List<Double> runs) {
    double median() {
      double[] sorted = sorted();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double lowest() {
      return sorted()[0];
    }

    double highest() {
      return sorted()[runs.size() - 1];
    }

    private double[] sorted() {
      return runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
  }

  record Table(String title, List<String> columns, List<List<String>> rows) {}

  void figure(String name, String aim, double... runs) {
    if (runs.length > 0) {
      figure(name, aim, Arrays.stream(runs).boxed().toList());
    }
  }

  void figure(String name, String aim, List<Double> runs) {
    if (runs.isEmpty()) {
      return;
    }
    Figure figure = new Figure(name, aim, List.copyOf(runs));
    figures.add(figure);
    System.out.println(
        "    %-60s %12s  (%s to %s, %d run%s)"
            .formatted(
                name,
                shown(figure.median()),
                shown(figure.lowest()),
                shown(figure.highest()),
                runs.size(),
                runs.size() == 1 ? "" : "s"));
  }

  void table(String title, List<String> columns, List<List<String>> rows) {
    tables.add(new Table(title, columns, rows));
  }

  /** How it was measured, or why less than was asked. */
  void note(String line) {
    notes.add(line);
    System.out.println("    " + line);
  }

  List<Figure> figures() {
    return figures;
  }

  List<Table> tables() {
    return tables;
  }

  List<String> notes() {
    return notes;
  }

  static String shown(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }
}
