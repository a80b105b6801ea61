package eu.perron.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a fuzzer begins with: good messages, and the words they are made of. */
final class Inputs {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{2,40}");
  private static final int MOST_WORDS = 600;

  /** What breaks readers elsewhere, whatever the format. */
  private static final List<String> NASTY =
      List.of(
          "<!DOCTYPE a [<!ENTITY b \"c\">]>",
          "&b;",
          "<![CDATA[",
          "]]>",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
          "xmlns:a=\"b\"",
          "1e999999999",
          "-1e-999999999",
          "99999999999999999999",
          "-2147483649",
          "0x7F",
          "NaN",
          "0000-00-00",
          "2026-02-30T24:61:61+99:99",
          "+999999999-12-31T23:59:59.999999999+18:00",
          "\\\\u0000",
          "\\\\uD800",
          "[[[[[[[[",
          "{\\\"a\\\":{\\\"a\\\":",
          "\\\"\\\"\\\"",
          "\\x00",
          "\\xEF\\xBB\\xBF",
          "\\xFF\\xFE",
          "\\xF0\\x9F\\x98\\x80",
          "\\xED\\xA0\\x80",
          "\\x0D\\x0A");

  private Inputs() {}

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** As libFuzzer reads dictionaries: a quoted word a line. */
  static Path dictionary(Parser parser, Path file) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    NASTY.forEach(each -> words.add(each.contains("\\") ? each : each.replace("\"", "\\\"")));
    for (Path input : EveryParser.inputs(parser)) {
      Matcher word = WORD.matcher(new String(bytes(input), StandardCharsets.ISO_8859_1));
      while (word.find() && words.size() < MOST_WORDS) {
        words.add(word.group());
      }
    }
    return Files.write(file, words.stream().map(word -> '"' + word + '"').toList());
  }
}
