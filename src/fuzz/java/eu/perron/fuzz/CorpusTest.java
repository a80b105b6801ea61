package eu.perron.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was found once is not found again; no fuzzer runs here. */
class CorpusTest {
  @TestFactory
  Stream<DynamicTest> everyKnownInputIsReadOrRefused() {
    return EveryParser.all().stream()
        .map(parser -> dynamicTest(parser.name(), () -> readAll(parser)));
  }

  @Test
  void everyFolderBelongsToAParser() throws Exception {
    List<String> names = EveryParser.all().stream().map(Parser::name).toList();
    try (var folders = java.nio.file.Files.list(EveryParser.CORPUS)) {
      assertThat(folders.map(folder -> folder.getFileName().toString())).isSubsetOf(names);
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  private static void readAll(Parser parser) {
    assertThat(EveryParser.inputs(parser)).as("inputs of %s", parser.name()).isNotEmpty();
    Bounds.ORDINARY.read(parser, new byte[0]);
    EveryParser.inputs(parser).forEach(file -> read(parser, file));
  }

  private static void read(Parser parser, java.nio.file.Path file) {
    try {
      Bounds.ORDINARY.read(parser, Inputs.bytes(file));
    } catch (Finding | StackOverflowError finding) {
      throw new AssertionError(file + ": " + finding, finding);
    }
  }
}
