package eu.perron.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What the flight recorder saw running, counted. */
final class Samples {
  private final Map<String, Integer> ours = new HashMap<>();
  private final Map<String, Integer> packages = new HashMap<>();
  private final Map<String, Integer> below = new HashMap<>();
  private final Map<String, Integer> threads = new HashMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private int many;

  /**
   * @param began in milliseconds of this machine's clock
   */
  static Samples read(Path recording, long began, long ended) throws IOException {
    Samples samples = new Samples();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        Instant at = event.getStartTime();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")
            && at.toEpochMilli() >= began
            && at.toEpochMilli() <= ended
            && event.getStackTrace() != null) {
          samples.count(event);
        }
      }
    }
    return samples;
  }

  private void count(RecordedEvent event) {
    many++;
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    RecordedFrame top = frames.get(0);
    methods.merge(name(top), 1, Integer::sum);
    packages.merge(room(top.getMethod().getType().getName()), 1, Integer::sum);
    String thread = event.getThread("sampledThread").getJavaName();
    threads.merge(
        thread == null ? "of the machine" : thread.replaceAll("[0-9]+", "n"), 1, Integer::sum);
    Set<String> seen = new HashSet<>();
    Set<String> rooms = new HashSet<>();
    for (RecordedFrame frame : frames) {
      String type = frame.getMethod().getType().getName();
      if (rooms.add(room(type))) {
        below.merge(room(type), 1, Integer::sum);
      }
      if (type.startsWith("eu.perron.") && !type.contains("$$") && seen.add(name(frame))) {
        ours.merge(name(frame), 1, Integer::sum);
      }
    }
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static String room(String type) {
    String[] words = type.split("\\.");
    return String.join(".", List.of(words).subList(0, Math.min(3, words.length - 1)));
  }

  int many() {
    return many;
  }

  List<List<String>> ours(int most) {
    return shares(ours, most);
  }

  List<List<String>> packages(int most) {
    return shares(packages, most);
  }

  /** Those that run or wait for what they called. */
  List<List<String>> packagesWithCalled(int most) {
    return shares(below, most);
  }

  List<List<String>> threads(int most) {
    return shares(threads, most);
  }

  List<List<String>> methods(int most) {
    return shares(methods, most);
  }

  private List<List<String>> shares(Map<String, Integer> counted, int most) {
    return counted.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(most)
        .map(entry -> List.of(Sheet.shown(entry.getValue() * 100.0 / many), entry.getKey()))
        .toList();
  }
}
