package eu.perron.bench;

import eu.perron.chaos.Broken;
import eu.perron.chaos.Children;
import eu.perron.chaos.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plain engine beside us, on the same server, seen from here. */
final class Baseline implements AutoCloseable {
  private final Process process;
  private final PrintStream orders;
  private final BufferedReader answers;

  private Baseline(Process process) {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true);
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream()));
  }

  static Baseline start(Database database, Path folder, int waits, int clients) throws IOException {
    String url =
        database.url().replaceFirst("/[a-z]+$", "/plain")
            + "?createDatabaseIfNotExist=true&useBulkStmts=false&useBulkStmtsForInserts=false&nullDatabaseMeansCurrent=true";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Ground.MACHINE);
    command.add("-Dlogback.configurationFile=" + quiet(folder));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            PlainEngine.class.getName(),
            url,
            database.user(),
            database.password(),
            Integer.toString(waits),
            Integer.toString(clients)));
    Baseline baseline =
        new Baseline(
            Children.keep(
                new ProcessBuilder(command)
                    .redirectError(folder.resolve("baseline.log").toFile())
                    .start()));
    baseline.answer();
    return baseline;
  }

  private static Path quiet(Path folder) throws IOException {
    return java.nio.file.Files.writeString(
        folder.resolve("baseline-log.xml"),
        """
        <configuration>
          <appender name="err" class="ch.qos.logback.core.ConsoleAppender">
            <target>System.err</target>
            <encoder><pattern>%d %p %c %m%n</pattern></encoder>
          </appender>
          <root level="WARN"><appender-ref ref="err"/></root>
        </configuration>
        """);
  }

  /**
   * @return seconds
   */
  double carry(int instances) throws IOException {
    orders.println(instances);
    return Double.parseDouble(answer());
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new Broken("The plain engine ended; see baseline.log");
    }
    return line;
  }

  @Override
  public void close() throws InterruptedException {
    orders.close();
    process.waitFor();
  }
}
