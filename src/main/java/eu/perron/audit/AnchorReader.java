package eu.perron.audit;

import eu.perron.audit.Damage.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the anchors that stand in the file now, line by line, and tells which bear no mark of ours.
 * What is written while it reads is left for the next time: the database is looked at afterwards.
 */
final class AnchorReader implements Iterator<Anchor>, AutoCloseable {
  private final Optional<AuditKey> key;
  private final BufferedReader lines;
  private final boolean exists;
  private final List<Damage> damages = new ArrayList<>();
  private long unread;
  private long line;
  private long first = -1;
  private long lastNumber = -1;
  private String lastMac = Anchor.BEGINNING;
  private Anchor next;

  AnchorReader(Path file, Optional<AuditKey> key) {
    this.key = key;
    try {
      this.exists = Files.exists(file);
      this.unread = exists ? Files.size(file) : 0;
      this.lines =
          exists
              ? new BufferedReader(
                  new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))
              : new BufferedReader(java.io.Reader.nullReader());
      advance();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The anchors in " + file + " cannot be read", unreadable);
    }
  }

  boolean exists() {
    return exists;
  }

  /** Number of the first anchor; -1: there is none. */
  long first() {
    return first;
  }

  List<Damage> damages() {
    return damages;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Anchor next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Anchor given = next;
    try {
      advance();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return given;
  }

  private void advance() throws IOException {
    next = null;
    while (next == null && unread > 0) {
      String text = lines.readLine();
      if (text == null) {
        return;
      }
      unread -= text.length() + 1;
      if (unread < 0) {
        return; // a line that is being written
      }
      line++;
      next = checked(text);
    }
  }

  private Anchor checked(String text) {
    Optional<Anchor> anchor = Anchor.read(text);
    boolean good =
        anchor.isPresent()
            && anchor.get().number() > lastNumber
            && (key.isEmpty() || anchor.get().isMarkedAfter(lastMac, key.get()));
    anchor.ifPresent(read -> lastMac = read.mac());
    if (!good) {
      if (damages.size() < ChainCheck.MOST_KEPT) {
        damages.add(Damage.at(Kind.ANCHOR_CHANGED, line));
      }
      return null;
    }
    lastNumber = anchor.get().number();
    first = first < 0 ? lastNumber : first;
    return anchor.get();
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException ignored) {
      // it was only read
    }
  }
}
