package eu.perron.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * An entry as the database keeps it, the states sealed. Its bytes are the same wherever they are
 * made: each field with its length in front, so that nothing can be moved from one to the next.
 */
record Written(
    LocalDateTime at,
    String who,
    String kind,
    String act,
    String about,
    String thing,
    String rule,
    byte[] before,
    byte[] after) {
  static final int WHO = 80;
  static final int ABOUT = 40;
  static final int THING = 190;
  static final int RULE = 250;

  /** Microseconds, as the column has them. */
  static LocalDateTime asKept(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  static String fitting(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  List<Object> columns() {
    return Arrays.asList(at, who, kind, act, about, thing, rule, before, after);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(at.toEpochSecond(ZoneOffset.UTC));
      out.writeInt(at.getNano());
      for (String text : Arrays.asList(who, kind, act, about, thing, rule)) {
        put(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
      }
      put(out, before);
      put(out, after);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream out, byte[] field) throws IOException {
    if (field == null) {
      out.writeInt(-1);
    } else {
      out.writeInt(field.length);
      out.write(field);
    }
  }
}
