package eu.perron.connectors.airline;

import eu.perron.connectors.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as it came, line by line: envelopes, control characters, trailing blanks and a glued
 * subject line are tolerated, as live traffic has them.
 *
 * @param type FSU, FWB ...; the first line that names one begins the message
 * @param lines those after it, blank ones left out
 */
record ImpLines(String type, List<Line> lines) {
  /** Far beyond a teletype's 69, for those who fold nothing. */
  private static final int LONGEST_LINE = 2000;

  private static final Pattern HEADER = Pattern.compile("([A-Z]{3})(?:/[0-9]{1,2})?");

  /**
   * @param number as a person counts them in the whole message
   */
  record Line(int number, String text) {
    FaultyLine faulty(String what) {
      return new FaultyLine(number, text, what);
    }
  }

  static ImpLines read(byte[] body, Set<String> types) throws Unreadable {
    String text =
        new String(body, StandardCharsets.ISO_8859_1)
            .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]", "");
    String[] raw = text.split("\r\n|\r|\n", -1);
    String type = null;
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < raw.length; i++) {
      String line = raw[i].stripTrailing().toUpperCase(Locale.ROOT);
      if (type == null) {
        type = headerOf(line.strip(), types);
      } else if (line.length() > LONGEST_LINE) {
        throw new FaultyLine(
            i + 1,
            line.substring(0, LONGEST_LINE),
            "a line of %d characters; a teletype prints 69".formatted(line.length()));
      } else if (!line.isBlank()) {
        lines.add(new Line(i + 1, line));
      }
    }
    if (type == null) {
      throw new Unreadable(
          "line 1",
          "no line says which message this is; one of "
              + types
              + " and its version, such as "
              + types.iterator().next()
              + "/14, must stand alone on a line");
    }
    return new ImpLines(type, lines);
  }

  private static String headerOf(String line, Set<String> types) {
    return HEADER.matcher(line).matches() && types.contains(line.substring(0, 3))
        ? line.substring(0, 3)
        : null;
  }
}
