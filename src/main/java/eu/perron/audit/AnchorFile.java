package eu.perron.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The file of anchors: a line for each end of the chain, one a second at most, each marked with the
 * key over the mark before it. Nodes that share the file take turns by a lock on it.
 */
@Component
class AnchorFile {
  private static final int LONGEST_LINE = 256;
  private final Path file;
  private final AuditKey key;
  private final Clock clock;

  AnchorFile(AuditSettings settings, AuditKey key, Clock clock) {
    this.file = settings.anchors();
    this.key = key;
    this.clock = clock;
  }

  /**
   * @param begun there was no file before
   * @param last what the last line says now: what was asked to be added, or something at least as
   *     late
   */
  record Added(boolean begun, Anchor last) {}

  Added add(long number, byte[] hash) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock alone = channel.lock()) {
        return add(channel, number, hash);
      }
    } catch (IOException full) {
      throw new UncheckedIOException("The anchor cannot be written to " + file, full);
    }
  }

  private Added add(FileChannel channel, long number, byte[] hash) throws IOException {
    long end = endOfWholeLines(channel);
    Optional<Anchor> last = lastBefore(channel, end);
    if (last.isPresent() && last.get().number() >= number) {
      return new Added(false, last.get());
    }
    Anchor next =
        Anchor.next(
            last.map(Anchor::mac).orElse(Anchor.BEGINNING),
            number,
            hash,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            key);
    channel.truncate(end);
    channel.position(end);
    channel.write(ByteBuffer.wrap(next.line().getBytes(StandardCharsets.US_ASCII)));
    channel.force(false);
    return new Added(end == 0, next);
  }

  /** What a crash left of a line is no line. */
  private static long endOfWholeLines(FileChannel channel) throws IOException {
    byte[] tail = tail(channel, channel.size());
    for (int back = tail.length - 1; back >= 0; back--) {
      if (tail[back] == '\n') {
        return channel.size() - tail.length + back + 1;
      }
    }
    return channel.size() - tail.length;
  }

  private static Optional<Anchor> lastBefore(FileChannel channel, long end) throws IOException {
    String tail = new String(tail(channel, end), StandardCharsets.US_ASCII).stripTrailing();
    return Anchor.read(tail.substring(tail.lastIndexOf('\n') + 1));
  }

  private static byte[] tail(FileChannel channel, long end) throws IOException {
    int length = (int) Math.min(LONGEST_LINE, end);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.read(bytes, end - length);
    return bytes.array();
  }
}
