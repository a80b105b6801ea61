package eu.perron.duties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The decision tables as they lie in {@code processes/}, without the rest of the engine. */
final class TablesInTheFolder implements Decisions {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Override
  public Decided decide(String table, Map<String, Object> facts) {
    try (InputStream in = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
      return new Decided(
          table,
          1,
          ENGINE
              .evaluateDecisionTable(ENGINE.parseDecision(table, in), facts)
              .getSingleResult()
              .getEntryMap());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
