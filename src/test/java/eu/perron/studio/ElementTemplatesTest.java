package eu.perron.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElementTemplatesTest {
  private static final String GOOD =
      "{\"name\": \"%1$s\", \"id\": \"%1$s\", \"appliesTo\": [\"bpmn:Task\"], \"properties\": []}";
  @TempDir Path connectors;

  @Test
  void allConnectorsAreJoinedIntoOnePalette() throws IOException {
    write("airline", "[" + GOOD.formatted("book") + "," + GOOD.formatted("wait") + "]");
    write("bpost", GOOD.formatted("label"));
    ElementTemplates.Palette palette = read();
    assertThat(palette.broken()).isEmpty();
    assertThat(new ObjectMapper().readTree(palette.json()).findValuesAsText("id"))
        .containsExactly("book", "wait", "label");
  }

  @Test
  void aBrokenTemplateIsNamedAndSpoilsNoOther() throws IOException {
    write("airline", "{ \"name\": ");
    write("bpost", GOOD.formatted("label"));
    write("ics2", "{\"name\": \"no id\"}");
    ElementTemplates.Palette palette = read();
    assertThat(palette.templates())
        .extracting(ElementTemplates.Template::id)
        .containsExactly("label");
    assertThat(palette.broken())
        .extracting(ElementTemplates.Broken::file)
        .containsExactly("airline/template.json", "ics2/template.json");
  }

  @Test
  void anIdBelongsToOneConnector() throws IOException {
    write("airline", GOOD.formatted("label"));
    write("bpost", GOOD.formatted("label"));
    assertThat(read().broken())
        .singleElement()
        .satisfies(broken -> assertThat(broken.reason()).contains("airline"));
  }

  @Test
  void withoutConnectorsThePaletteIsEmpty() throws IOException {
    Files.delete(connectors);
    assertThat(new String(read().json())).isEqualTo("[]");
    Files.createDirectory(connectors);
  }

  private void write(String connector, String template) throws IOException {
    Files.writeString(
        Files.createDirectories(connectors.resolve(connector)).resolve("template.json"), template);
  }

  private ElementTemplates.Palette read() {
    PerronSettings settings =
        new PerronSettings(connectors, connectors, connectors, "", null, null);
    return new ElementTemplates(settings, new ObjectMapper()).read();
  }
}
