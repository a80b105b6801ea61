package eu.perron.connectors.belgium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The connector's own sample messages. */
final class Samples {
  private Samples() {}

  static byte[] read(String name) {
    try {
      return Files.readAllBytes(Path.of("connectors/belgian-customs/samples", name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static String text(String name) {
    return new String(read(name), StandardCharsets.UTF_8);
  }
}
