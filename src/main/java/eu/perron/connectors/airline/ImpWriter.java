package eu.perron.connectors.airline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a message line by line: at most 69 characters, ended by CR and LF, in a Type B envelope.
 */
final class ImpWriter {
  static final int WIDTH = 69;

  /** The origin line of Type B messages is in UTC. */
  private static final DateTimeFormatter ORIGIN_TIME =
      DateTimeFormatter.ofPattern("ddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  /**
   * @param to and from teletype addresses of seven characters
   */
  static ImpWriter envelope(String to, String from, Instant at) {
    return new ImpWriter().line("QK " + to).line("." + from + " " + ORIGIN_TIME.format(at));
  }

  ImpWriter line(String text) {
    if (text.length() > WIDTH) {
      throw new IllegalStateException(
          "A line of %d characters does not fit a teletype; it begins with %s"
              .formatted(text.length(), text.substring(0, 4)));
    }
    byte[] line = (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    out.write(line, 0, line.length);
    return this;
  }

  /** The first line carries the tag, the others continue it. */
  ImpWriter tagged(String tag, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      line((i == 0 ? tag : "") + "/" + texts.get(i));
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
