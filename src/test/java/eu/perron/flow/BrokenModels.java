package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.flow.ModelCheck.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models of {@code processes/}, and ways to break them. */
final class BrokenModels {
  static final Path PROCESSES = Path.of("processes");
  static final ModelCheck CHECK = new ModelCheck();
  static final String EXPORT = "export-cn.bpmn";
  static final String RELEASED =
      "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
          + "${answer == 'RELEASED'}</bpmn:conditionExpression>";

  private BrokenModels() {}

  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(PROCESSES)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  static List<Refusal> broken(String file, String what, String by) {
    Map<String, byte[]> files = files();
    String sound = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(sound).as("the text to break in %s", file).contains(what);
    int at = sound.indexOf(what);
    String broken = sound.substring(0, at) + by + sound.substring(at + what.length());
    files.put(file, broken.getBytes(StandardCharsets.UTF_8));
    return CHECK.check(files);
  }

  static void refused(List<Refusal> refusals, String file, String element, String reason) {
    assertThat(refusals)
        .isNotEmpty()
        .allSatisfy(refusal -> assertThat(refusal.reason()).endsWith("."))
        .anySatisfy(
            refusal -> {
              assertThat(refusal.file()).isEqualTo(file);
              assertThat(refusal.element()).isEqualTo(element);
              assertThat(refusal.reason()).contains(reason);
            });
  }
}
