package eu.perron.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/messages.md} names tests that are there, and every message we have a sample of. */
class MessagesTableTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:#(\\w+))?`");
  private static final Pattern CODE = Pattern.compile("^(CEB\\d{3}|IE\\w+?|DocumentsLodged)\\b.*");

  @Test
  void everyTestItNamesIsThere() throws IOException {
    Map<String, Path> tests = sources();
    List<String> missing = new ArrayList<>();
    for (String row : rows()) {
      String cell = row.substring(row.lastIndexOf('|', row.length() - 2));
      Matcher named = NAMED.matcher(cell);
      while (named.find()) {
        Path source = tests.get(named.group(1));
        if (source == null
            || named.group(2) != null
                && !Files.readString(source).contains("void " + named.group(2) + "(")) {
          missing.add(named.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everySpokenMessageNamesATest() throws IOException {
    assertThat(rows().stream().filter(row -> row.contains("| spoken |")))
        .isNotEmpty()
        .allMatch(row -> NAMED.matcher(row).find() || row.endsWith("| the same |"));
  }

  @Test
  void everyMessageWithASampleHasARow() throws IOException {
    String table = Files.readString(Path.of("docs/messages.md"));
    List<String> unnamed = new ArrayList<>();
    for (String partner : List.of("china-customs", "ics2", "belgian-customs")) {
      try (Stream<Path> samples = Files.list(Path.of("connectors", partner, "samples"))) {
        samples
            .map(sample -> CODE.matcher(sample.getFileName().toString().replace(".xml", "")))
            .filter(Matcher::matches)
            .map(code -> code.group(1).replaceFirst("-.*", ""))
            .filter(code -> !table.contains(code))
            .forEach(unnamed::add);
      }
    }
    assertThat(unnamed).isEmpty();
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/messages.md")).stream()
        .filter(line -> line.startsWith("|"))
        .toList();
  }

  private static Map<String, Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, other) -> one));
    }
  }
}
