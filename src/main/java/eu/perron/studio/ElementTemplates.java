package eu.perron.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The element templates of all connectors, joined into the one file a modeler reads. Read anew each
 * time, so that a changed template is there at the next start of the modeler; a broken one is named
 * and spoils no other.
 */
@Component
class ElementTemplates {
  private static final List<String> NEEDED = List.of("name", "id", "appliesTo", "properties");
  private final Path folder;
  private final ObjectMapper json;

  ElementTemplates(PerronSettings settings, ObjectMapper json) {
    this.folder = settings.connectorsDir();
    this.json = json;
  }

  /**
   * @param connector the folder it came from
   */
  record Template(String connector, String id, String name, String description) {}

  record Broken(String file, String reason) {}

  record Palette(byte[] json, List<Template> templates, List<Broken> broken) {}

  Palette read() {
    ArrayNode joined = json.createArrayNode();
    List<Template> templates = new ArrayList<>();
    List<Broken> broken = new ArrayList<>();
    Map<String, String> homes = new HashMap<>();
    for (Path file : files()) {
      String connector = file.getParent().getFileName().toString();
      try {
        for (JsonNode template : each(file)) {
          check(template, connector, homes);
          joined.add(template);
          templates.add(
              new Template(
                  connector,
                  template.path("id").asText(),
                  template.path("name").asText(),
                  template.path("description").asText("")));
        }
      } catch (IOException | IllegalArgumentException wrong) {
        broken.add(new Broken(connector + "/" + file.getFileName(), reason(wrong)));
      }
    }
    return new Palette(joined.toString().getBytes(StandardCharsets.UTF_8), templates, broken);
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> connectors = Files.list(folder)) {
      return connectors
          .map(connector -> connector.resolve("template.json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** A file holds one template or a list of them. */
  private List<JsonNode> each(Path file) throws IOException {
    JsonNode root = json.readTree(Files.readAllBytes(file));
    List<JsonNode> each = new ArrayList<>();
    if (root.isArray()) {
      root.forEach(each::add);
    } else {
      each.add(root);
    }
    return each;
  }

  /** The modeler drops a template without these silently. */
  private static void check(JsonNode template, String connector, Map<String, String> homes) {
    if (!template.isObject()) {
      throw new IllegalArgumentException("is not an element template");
    }
    for (String needed : NEEDED) {
      if (!template.hasNonNull(needed)) {
        throw new IllegalArgumentException(
            "'" + template.path("id").asText("a template") + "' has no " + needed);
      }
    }
    String key = template.path("id").asText() + " " + template.path("version").asText("");
    String other = homes.putIfAbsent(key, connector);
    if (other != null) {
      throw new IllegalArgumentException(
          "'" + template.path("id").asText() + "' is defined by " + other + " too");
    }
  }

  private static String reason(Exception wrong) {
    return wrong instanceof JsonProcessingException unreadable
        ? unreadable.getOriginalMessage()
            + (unreadable.getLocation() == null
                ? ""
                : " (line " + unreadable.getLocation().getLineNr() + ")")
        : wrong.getMessage();
  }
}
