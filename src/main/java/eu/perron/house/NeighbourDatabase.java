package eu.perron.house;

import eu.perron.house.DatabaseConfiguration.DatabaseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded server that another process runs on a data folder: for those who only look. */
final class NeighbourDatabase {
  static final String PORT = "server.port";
  static final String PID = "server.pid";
  private static final String USER = "perron";

  private NeighbourDatabase() {}

  static Optional<DatabaseServer> in(Path dataDir) {
    Path folder = dataDir.toAbsolutePath().normalize().resolve("database");
    try {
      return isAlive(folder.resolve(PID)) && Files.exists(folder.resolve(PORT))
          ? Optional.of(
              new DatabaseServer(
                  "jdbc:mariadb://localhost:" + read(folder.resolve(PORT)) + "/perron",
                  USER,
                  read(folder.resolve("password")),
                  Optional.empty()))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A look must not leave an empty database where there was none. */
  static void mustExistIn(Path dataDir) {
    if (Files.notExists(dataDir.resolve("database").resolve("data").resolve("mysql"))) {
      throw new IllegalStateException(
          "There is no database in %s: name the folder by PERRON_DATA_DIR, or a server by PERRON_DATABASE_URL."
              .formatted(dataDir.toAbsolutePath()));
    }
  }

  private static boolean isAlive(Path pidFile) throws IOException {
    if (Files.notExists(pidFile)) {
      return false;
    }
    String pid = read(pidFile);
    return !pid.isEmpty()
        && ProcessHandle.of(Long.parseLong(pid))
            .filter(process -> process.info().command().orElse("").contains("mariadbd"))
            .isPresent();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
