package eu.perron.chaos;

import eu.perron.chaos.Mutation.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to spoil a message that know what it is written in. */
final class Spoiled {
  private static final Pattern TEXT = Pattern.compile(">([^<>\\s][^<>]*)<");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
  private static final Pattern PAIR =
      Pattern.compile("\"([^\"\\\\]+)\"\\s*:\\s*(\"[^\"]*\"|-?[0-9][0-9.]*|null|true|false)");

  static final String[] IMPOSSIBLE = {
    "-1",
    "-0.0",
    "0",
    "1e999999999",
    "-1e-999999999",
    "NaN",
    "9".repeat(60),
    "0." + "1".repeat(60),
    "0000-00-00",
    "0000-00-00T00:00:00Z",
    "2026-02-30T25:61:61+99:99",
    "+999999999-12-31T23:59:59Z",
    "99999999999999999",
    "20261399999999999",
    "31FEB",
    "ZZZ",
    "XX",
    " ",
    "\u00A0",
    "true",
    "' OR 1=1 --",
    "${7*7}",
    "<b>",
    "A".repeat(2000)
  };

  private Spoiled() {}

  static List<Named> of(Format format) {
    return switch (format) {
      case XML -> XML;
      case JSON -> JSON;
      case CSV -> SpoiledLines.CSV;
      case EDI -> SpoiledLines.EDI;
    };
  }

  private static final List<Named> XML =
      List.of(
          text("impossible-value", (xml, random) -> changed(xml, TEXT, random, 1, IMPOSSIBLE)),
          text(
              "value-of-no-character",
              (xml, random) ->
                  changed(
                      xml, TEXT, random, 1, "&#0;", "&#xD800;", "&#x1F;", "&#xFFFF;", "&amp;#0;")),
          text("unknown-entity", (xml, random) -> changed(xml, TEXT, random, 1, "&b;")),
          text(
              "cdata",
              (xml, random) -> changed(xml, TEXT, random, 1, "<![CDATA[a]]>", "<![CDATA[", "]]>")),
          text(
              "entity-bomb",
              (xml, random) -> bomb() + xml.replaceFirst(">([^<>\\s][^<>]*)<", ">&j;<")),
          text(
              "foreign-entity",
              (xml, random) ->
                  "<!DOCTYPE a [<!ENTITY j SYSTEM \"file:///etc/passwd\">]>"
                      + xml.replaceFirst(">([^<>\\s][^<>]*)<", ">&j;<")),
          text(
              "foreign-dtd",
              (xml, random) -> "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">" + xml),
          text(
              "include",
              (xml, random) ->
                  "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"
                      + xml),
          text("deep", (xml, random) -> "<a>".repeat(1 << random.nextInt(16)) + xml),
          text(
              "deep-inside",
              (xml, random) ->
                  changed(
                      xml,
                      TEXT,
                      random,
                      1,
                      "<a>".repeat(20_000),
                      "<a>".repeat(500) + "</a>".repeat(500))),
          text("tag-gone", (xml, random) -> changed(xml, TAG, random, 0, "")),
          text("tags-swapped", (xml, random) -> swapped(xml, TAG, random)),
          text(
              "tag-renamed",
              (xml, random) ->
                  changed(
                      xml,
                      TAG,
                      random,
                      0,
                      "<Unknown/>",
                      "<a:b/>",
                      "<a xmlns=\"urn:x\">",
                      "<" + "n".repeat(3000) + "/>")),
          text(
              "attributes",
              (xml, random) ->
                  changed(xml, TAG, random, 0, "<a " + numbered(3000) + ">", "<a b='1' b='2'/>")),
          text(
              "other-encoding",
              (xml, random) ->
                  "<?xml version=\"1.0\" encoding=\""
                      + List.of("UTF-16", "klingon", "IBM037", "").get(random.nextInt(4))
                      + "\"?>"
                      + xml.replaceFirst("<\\?xml[^>]*\\?>", "")),
          text(
              "other-version",
              (xml, random) ->
                  "<?xml version=\"1.1\"?>" + xml.replaceFirst("<\\?xml[^>]*\\?>", "")),
          text("open-comment", (xml, random) -> xml.replaceFirst(">", "><!-- ")),
          text("other-namespace", (xml, random) -> xml.replaceAll("urn:|http://", "urn:x")));

  private static final List<Named> JSON =
      List.of(
          text(
              "impossible-value",
              (json, random) -> changed(json, PAIR, random, 2, quoted(IMPOSSIBLE))),
          text(
              "huge-number",
              (json, random) ->
                  changed(
                      json,
                      PAIR,
                      random,
                      2,
                      "1e999999999",
                      "-1e-9999999990",
                      "9".repeat(2000),
                      "0." + "0".repeat(2000) + "1",
                      "1E400",
                      "00",
                      "-",
                      "0x10")),
          text(
              "other-type",
              (json, random) ->
                  changed(
                      json,
                      PAIR,
                      random,
                      2,
                      "null",
                      "true",
                      "[]",
                      "{}",
                      "[[]]",
                      "12",
                      "\"\"",
                      "{\"a\":[{}]}")),
          text("key-twice", (json, random) -> twice(json, random)),
          text(
              "unknown-key",
              (json, random) ->
                  changed(
                      json,
                      PAIR,
                      random,
                      1,
                      "unknown",
                      "",
                      "__proto__",
                      "\\u0000",
                      "a/b~c",
                      "k".repeat(3000))),
          text(
              "half-character",
              (json, random) ->
                  changed(
                      json,
                      PAIR,
                      random,
                      2,
                      "\"\\ud800\"",
                      "\"\\udc00a\"",
                      "\"\\u0000\"",
                      "\"\\u202e\"",
                      "\"\\x\"",
                      "\"a\nb\"")),
          text("deep-list", (json, random) -> "[".repeat(1 << random.nextInt(17)) + json),
          text("deep-object", (json, random) -> "{\"a\":".repeat(1 << random.nextInt(15)) + json),
          text(
              "deep-inside",
              (json, random) ->
                  changed(
                      json, PAIR, random, 2, "[".repeat(900) + "]".repeat(900), "[".repeat(5000))),
          text(
              "many",
              (json, random) -> "[" + (json + ",").repeat(1 + random.nextInt(30)) + json + "]"),
          text("comma-too-many", (json, random) -> json.replaceFirst("([}\\]])", ",$1")),
          text("comment", (json, random) -> "/* a */" + json + "// b"),
          text("single-quotes", (json, random) -> json.replace('"', '\'')),
          text(
              "a-word",
              (json, random) ->
                  List.of("null", "true", "12", "\"a\"", "NaN", "[]", "{}")
                      .get(random.nextInt(7))));

  static Named text(String name, BiFunction<String, Random, String> way) {
    return new Named(
        name,
        (good, random) ->
            way.apply(new String(good, StandardCharsets.UTF_8), random)
                .getBytes(StandardCharsets.UTF_8));
  }

  /** One occurrence, or now and then many of them, becomes something else. */
  static String changed(String text, Pattern what, Random random, int group, String... into) {
    List<MatchResult> found = new ArrayList<>();
    Matcher matcher = what.matcher(text);
    while (matcher.find()) {
      found.add(matcher.toMatchResult());
    }
    if (found.isEmpty()) {
      return text + into[random.nextInt(into.length)];
    }
    StringBuilder bad = new StringBuilder(text);
    int times = random.nextInt(6) == 0 ? 3 : 1;
    int last = text.length() + 1;
    for (int i = 0; i < times; i++) {
      MatchResult chosen = found.get(random.nextInt(found.size()));
      if (chosen.end(group) < last) {
        bad.replace(chosen.start(group), chosen.end(group), into[random.nextInt(into.length)]);
        last = chosen.start(group);
      }
    }
    return bad.toString();
  }

  static String swapped(String text, Pattern what, Random random) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.size() < 2) {
      return text + text;
    }
    int first = random.nextInt(found.size() - 1);
    MatchResult a = found.get(first);
    MatchResult b = found.get(first + 1 + random.nextInt(found.size() - first - 1));
    return text.substring(0, a.start())
        + b.group()
        + text.substring(a.end(), b.start())
        + a.group()
        + text.substring(b.end());
  }

  private static String twice(String json, Random random) {
    List<MatchResult> found = PAIR.matcher(json).results().toList();
    if (found.isEmpty()) {
      return json + json;
    }
    MatchResult pair = found.get(random.nextInt(found.size()));
    return json.substring(0, pair.end()) + ", " + pair.group() + json.substring(pair.end());
  }

  private static String[] quoted(String[] values) {
    String[] quoted = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      quoted[i] = '"' + values[i] + '"';
    }
    return quoted;
  }

  private static String numbered(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    return attributes.toString();
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">");
    for (char each = 'b'; each <= 'j'; each++) {
      String before = "&" + (char) (each - 1) + ";";
      bomb.append("<!ENTITY ").append(each).append(" \"").append(before.repeat(10)).append("\">");
    }
    return bomb.append("]>").toString();
  }
}
