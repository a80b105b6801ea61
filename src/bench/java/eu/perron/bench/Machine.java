package eu.perron.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What it ran on. */
final class Machine {
  private Machine() {}

  static String processor() throws IOException {
    return Runtime.getRuntime().availableProcessors()
        + " x "
        + after(Path.of("/proc/cpuinfo"), "model name");
  }

  static String memory() throws IOException {
    return Long.parseLong(after(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "")) / 1024
        + " MiB";
  }

  private static String after(Path file, String word) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  /**
   * @return the median of a few forced writes of 4 KiB: what a commit that is alone costs at least
   */
  static double millisToFlush(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "flush", null);
    long[] nanos = new long[101];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < nanos.length; i++) {
        long began = System.nanoTime();
        channel.write(ByteBuffer.allocate(4096));
        channel.force(false);
        nanos[i] = System.nanoTime() - began;
      }
    } finally {
      Files.delete(file);
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }
}
