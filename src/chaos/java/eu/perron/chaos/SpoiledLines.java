package eu.perron.chaos;

import static eu.perron.chaos.Spoiled.IMPOSSIBLE;
import static eu.perron.chaos.Spoiled.changed;
import static eu.perron.chaos.Spoiled.swapped;
import static eu.perron.chaos.Spoiled.text;

import eu.perron.chaos.Mutation.Named;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ways to spoil what is written line by line: CSV, and the messages of airlines. */
final class SpoiledLines {
  private static final Pattern CELL = Pattern.compile("(?<=[,\\n])[^,\"\\n\\r]*");
  private static final Pattern ELEMENT = Pattern.compile("[A-Z0-9.-]+");

  static final List<Named> CSV =
      List.of(
          text("impossible-value", (csv, random) -> changed(csv, CELL, random, 0, IMPOSSIBLE)),
          text(
              "open-quote",
              (csv, random) -> changed(csv, CELL, random, 0, "\"", "\"a\"b", "a\"b", "\"\"\"")),
          text(
              "columns-too-many",
              (csv, random) -> changed(csv, CELL, random, 0, "a,b,c", ",".repeat(5000))),
          text("column-gone", (csv, random) -> csv.replaceFirst("[a-z_]+,", "")),
          text("column-twice", (csv, random) -> csv.replaceFirst("([a-z_]+,)", "$1$1")),
          text("column-unknown", (csv, random) -> csv.replaceFirst("[a-z_]+,", "unknown,")),
          text(
              "cell-of-a-megabyte",
              (csv, random) ->
                  random.nextInt(6) > 0
                      ? changed(csv, CELL, random, 0, "A".repeat(20_000))
                      : changed(csv, CELL, random, 0, "A".repeat(1 << 20))),
          text(
              "lines-in-a-cell",
              (csv, random) -> changed(csv, CELL, random, 0, "\"a\nb\"", "\"a,b\"", "\"\r\"")),
          text("semicolons", (csv, random) -> csv.replace(',', ';')),
          text("tabs", (csv, random) -> csv.replace(',', '\t')),
          text("carriage-returns", (csv, random) -> csv.replace("\n", "\r")),
          text("header-alone", (csv, random) -> csv.substring(0, csv.indexOf('\n') + 1)),
          text("no-header", (csv, random) -> csv.substring(csv.indexOf('\n') + 1)),
          text(
              "a-formula",
              (csv, random) -> changed(csv, CELL, random, 0, "=cmd|' /C calc'!A0", "@SUM(1)")));

  static final List<Named> EDI =
      List.of(
          text("impossible-value", (edi, random) -> changed(edi, ELEMENT, random, 0, IMPOSSIBLE)),
          text(
              "impossible-quantity",
              (edi, random) ->
                  changed(
                      edi,
                      ELEMENT,
                      random,
                      0,
                      "T999999K9999999.999",
                      "T0K0",
                      "P99999999K1",
                      "T-1K-1",
                      "T1K1.1.1",
                      "K.",
                      "T1L0.0000001")),
          text(
              "impossible-date",
              (edi, random) ->
                  changed(
                      edi,
                      ELEMENT,
                      random,
                      0,
                      "31FEB",
                      "00JAN0000",
                      "32DEC2460",
                      "29FEB2359-Z",
                      "99XXX",
                      "22NOV2400")),
          text(
              "unknown-code",
              (edi, random) ->
                  changed(
                      edi,
                      Pattern.compile("(?m)^[A-Z]{3}"),
                      random,
                      0,
                      "XXX",
                      "ZZ",
                      "DIS",
                      "ULD",
                      "OCI",
                      "FWB",
                      "FNA")),
          text(
              "other-separators",
              (edi, random) -> edi.replace('/', "+:'*|".charAt(random.nextInt(5)))),
          text(
              "slashes-too-many",
              (edi, random) -> edi.replace("/", "/".repeat(2 + random.nextInt(200)))),
          text("one-line", (edi, random) -> edi.replaceAll("[\\r\\n]+", "")),
          text("lines-swapped", (edi, random) -> swapped(edi, Pattern.compile("(?m)^.+$"), random)),
          text(
              "line-gone",
              (edi, random) -> changed(edi, Pattern.compile("(?m)^.+$"), random, 0, "")),
          text(
              "line-long",
              (edi, random) ->
                  changed(
                      edi,
                      Pattern.compile("(?m)$"),
                      random,
                      0,
                      "/" + "A".repeat(5000),
                      "/A".repeat(5000))),
          text(
              "lines-many",
              (edi, random) ->
                  edi
                      + (edi.substring(edi.lastIndexOf('\n', edi.length() - 3) + 1) + "\r\n")
                          .repeat(1 + random.nextInt(2000))),
          text("small-letters", (edi, random) -> edi.toLowerCase(Locale.ROOT)),
          text(
              "wrong-check-digit",
              (edi, random) ->
                  edi.replaceAll("([0-9]{3}-[0-9]{7})[0-9]", "$1" + random.nextInt(10))));

  private SpoiledLines() {}
}
