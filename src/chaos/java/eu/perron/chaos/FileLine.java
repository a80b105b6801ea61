package eu.perron.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The exchange client between our folder and a partner that works by files: takes what lies in our
 * {@code out} to the partner and lays what the partner answers into our {@code in}.
 */
final class FileLine {
  private final Path ours;
  private final Path theirs;
  private final ScheduledExecutorService client =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "exchange-client");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopped;
  private volatile boolean spoils;
  private volatile Door.Confusion confusion;

  FileLine(Path ours, Path theirs) throws IOException {
    this.ours = ours;
    this.theirs = theirs;
    for (Path side : List.of(ours, theirs)) {
      Files.createDirectories(side.resolve("in"));
      Files.createDirectories(side.resolve("out"));
    }
    client.scheduleWithFixedDelay(this::walk, 100, 100, TimeUnit.MILLISECONDS);
  }

  /** Nothing moves, in either direction. */
  void stops(boolean wanted) {
    stopped = wanted;
  }

  /** What comes in is nonsense under a right name, before what was really said. */
  void spoils(boolean wanted) {
    spoils = wanted;
  }

  void confuse(Door.Confusion wanted) {
    confusion = wanted;
  }

  private void walk() {
    if (stopped) {
      return;
    }
    try {
      for (Path file : files(ours.resolve("out"))) {
        move(file, theirs.resolve("out").resolve(file.getFileName()));
      }
      for (Path file : files(theirs.resolve("in"))) {
        bring(file);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".xml"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private void bring(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (spoils) {
      Path part = ours.resolve(".spoilt.part");
      byte[] bytes = new byte[400];
      new Random(name.hashCode()).nextBytes(bytes);
      Files.write(part, bytes);
      move(part, ours.resolve("in").resolve(name.replace(".xml", "-spoilt.xml")));
    }
    Door.Confusion confused = confusion;
    if (confused != null) {
      for (int copy = 1; copy < confused.copies(); copy++) {
        Path part = ours.resolve("." + copy + name + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Path target = ours.resolve("in").resolve(name.replace(".xml", "-" + copy + ".xml"));
        Duration within = confused.within();
        client.schedule(
            () -> moveQuietly(part, target),
            confused.random().nextLong(within.toMillis() + 1),
            TimeUnit.MILLISECONDS);
      }
    }
    move(file, ours.resolve("in").resolve(name));
  }

  private static void moveQuietly(Path from, Path to) {
    try {
      move(from, to);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException takenBack) {
      // The writer renamed it; it comes again under its last name.
    }
  }
}
