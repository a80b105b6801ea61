package eu.perron.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time of processes, by the kernel's own books. */
final class Load {
  /** The kernel counts in hundredths of a second for everybody who reads /proc. */
  private static final double TICKS = 100;

  private final Map<String, Long> processes;
  private final Map<String, Double> before = new LinkedHashMap<>();

  private Load(Map<String, Long> processes) throws IOException {
    this.processes = processes;
    for (Map.Entry<String, Long> process : processes.entrySet()) {
      before.put(process.getKey(), seconds(process.getValue()));
    }
  }

  /**
   * Begins to count.
   *
   * @param processes names and process ids
   */
  static Load of(Map<String, Long> processes) throws IOException {
    return new Load(processes);
  }

  /** CPU seconds of each since the beginning. */
  Map<String, Double> seconds() throws IOException {
    Map<String, Double> used = new LinkedHashMap<>();
    for (Map.Entry<String, Long> process : processes.entrySet()) {
      used.put(process.getKey(), seconds(process.getValue()) - before.get(process.getKey()));
    }
    return used;
  }

  static double seconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }
}
