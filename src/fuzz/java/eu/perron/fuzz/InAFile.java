package eu.perron.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** For parsers that take a file: the input as one, in memory where the machine has such a place. */
public final class InAFile {
  private static final Path FOLDER = folder();

  private InAFile() {}

  public static <T> T read(String name, byte[] content, Function<Path, T> reader) {
    return reader.apply(write(name, content));
  }

  public static Path write(String name, byte[] content) {
    try {
      Path file = FOLDER.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  public static Path root() {
    return FOLDER;
  }

  private static Path folder() {
    try {
      Path memory = Path.of("/dev/shm");
      Path folder =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "perron-fuzz")
              : Files.createTempDirectory("perron-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void delete(Path folder) {
    try (var inside = Files.walk(folder)) {
      for (Path each : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException | UncheckedIOException left) {
      // a temporary folder the more
    }
  }
}
