package eu.perron;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The built islands are committed; this compares them with their sources as
 * frontend/scripts/hash.mjs does.
 */
class FrontendIsBuiltTest {
  private static final Path FRONTEND = Path.of("frontend");
  private static final Path BUILT = Path.of("src/main/resources/static/islands");

  @Test
  void theCommittedIslandsAreBuiltFromTheseSources() throws Exception {
    assertThat(Files.readString(BUILT.resolve("SOURCES.sha256")).strip())
        .as(
            "sources changed since the islands were built; run `npm ci && npm run build` in frontend/")
        .isEqualTo(hashOfSources());
  }

  @Test
  void everyIslandAndTheLicencesAreThere() {
    assertThat(BUILT)
        .isDirectoryContaining("glob:**/page.js")
        .isDirectoryContaining("glob:**/diagram.js")
        .isDirectoryContaining("glob:**/decision.js")
        .isDirectoryContaining("glob:**/form.js")
        .isDirectoryContaining("glob:**/desk.js")
        .isDirectoryContaining("glob:**/LICENSES.txt");
  }

  private static String hashOfSources() throws Exception {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    for (Map.Entry<String, Path> source : sources().entrySet()) {
      String text = Files.readString(source.getValue()).replace("\r\n", "\n");
      int length = text.getBytes(UTF_8).length;
      hash.update((source.getKey() + "\n" + length + "\n" + text + "\n").getBytes(UTF_8));
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static Map<String, Path> sources() throws IOException {
    Map<String, Path> sources = new TreeMap<>();
    Files.walkFileTree(
        FRONTEND,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return name.equals("node_modules") || name.startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (!name.startsWith(".") && !name.endsWith(".md")) {
              sources.put(FRONTEND.relativize(file).toString().replace('\\', '/'), file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}
