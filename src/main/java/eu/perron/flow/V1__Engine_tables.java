package eu.perron.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, by the engine's own MySQL scripts, run by Flyway so that one tool owns
 * all DDL. Times get milliseconds: {@code datetime} alone cuts them, and two events of one second
 * lose their order.
 */
@Component
class V1__Engine_tables extends BaseJavaMigration {
  private static final String FOLDER = "/org/camunda/bpm/engine/db/create/activiti.mysql.create.";
  private static final List<String> SCRIPTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String script : SCRIPTS) {
        for (String command : commands(script)) {
          statement.execute(command);
        }
      }
    }
  }

  private static List<String> commands(String script) throws IOException {
    try (InputStream in = V1__Engine_tables.class.getResourceAsStream(FOLDER + script + ".sql")) {
      String sql =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("(?m)^\\s*--.*$", "")
              .replaceAll("(?i)\\bdatetime\\b(?!\\()", "datetime(3)");
      return java.util.Arrays.stream(sql.split(";"))
          .map(String::strip)
          .filter(command -> !command.isEmpty())
          .toList();
    }
  }
}
