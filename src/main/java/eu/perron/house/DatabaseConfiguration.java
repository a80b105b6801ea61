package eu.perron.house;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the truth lives: an outside MariaDB if one is named, else a real one of our own. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
  /**
   * Batches are pipelined and not sent as bulk statements: those do not tell the rows they changed,
   * and the engine asks (ENGINE-03089). Times are UTC in the database, whatever the machine's zone.
   */
  private static final String OPTIONS =
      "createDatabaseIfNotExist=true&useBulkStmts=false&useBulkStmtsForInserts=false&connectionTimeZone=UTC"
          + "&forceConnectionTimeZoneToSession=true&tcpKeepAlive=true&socketTimeout=120000";

  @Bean(destroyMethod = "close")
  DatabaseServer databaseServer(
      PerronSettings settings, @Value("${perron.database.only-look:false}") boolean onlyLook) {
    PerronSettings.Database database = settings.database();
    return database.isEmbedded()
        ? onlyLook ? serverToLookAt(settings) : ownServer(settings)
        : new DatabaseServer(
            database.url(), database.user(), database.password(), Optional.empty());
  }

  private static DatabaseServer serverToLookAt(PerronSettings settings) {
    NeighbourDatabase.mustExistIn(settings.dataDir());
    return NeighbourDatabase.in(settings.dataDir()).orElseGet(() -> ownServer(settings));
  }

  private static DatabaseServer ownServer(PerronSettings settings) {
    try {
      return DatabaseServer.embedded(EmbeddedMariaDb.startIn(settings.dataDir()));
    } catch (NoClassDefFoundError leftOut) {
      throw new IllegalStateException(
          "The packaged program has no database of its own: name one by PERRON_DATABASE_URL,"
              + " PERRON_DATABASE_USER and PERRON_DATABASE_PASSWORD.",
          leftOut);
    }
  }

  @Bean
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource dataSource(DatabaseServer server) {
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(server.url() + (server.url().contains("?") ? "&" : "?") + OPTIONS);
    dataSource.setUsername(server.user());
    dataSource.setPassword(server.password());
    dataSource.setPoolName("perron");
    return dataSource;
  }

  record DatabaseServer(String url, String user, String password, Optional<EmbeddedMariaDb> own)
      implements AutoCloseable {
    static DatabaseServer embedded(EmbeddedMariaDb own) {
      return new DatabaseServer(own.url(), EmbeddedMariaDb.USER, own.password(), Optional.of(own));
    }

    @Override
    public void close() {
      own.ifPresent(EmbeddedMariaDb::close);
    }
  }
}
