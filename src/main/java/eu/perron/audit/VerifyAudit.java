package eu.perron.audit;

import com.zaxxer.hikari.HikariDataSource;
import eu.perron.house.DatabaseConfiguration;
import eu.perron.house.PerronSettings;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * {@code java -jar perron.jar --verify-audit}: verifies the trail with the settings of the program
 * and nothing else of it, whether a program runs or not. It only reads.
 */
public final class VerifyAudit {
  public static final int WHOLE = 0;
  public static final int DAMAGED = 1;
  public static final int NOT_VERIFIED = 2;
  private static final String ASKED = "--verify-audit";

  private VerifyAudit() {}

  public static boolean isAsked(String... arguments) {
    return Arrays.asList(arguments).contains(ASKED);
  }

  /**
   * @return the code to exit with
   */
  public static int run(PrintStream out, String... arguments) {
    try (ConfigurableApplicationContext parts =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .run(withoutAsking(arguments))) {
      HikariDataSource database = parts.getBean(HikariDataSource.class);
      AuditSettings settings = parts.getBean(AuditSettings.class);
      Report report =
          new Verification(
                  new JdbcTemplate(database),
                  new JdbcTransactionManager(database),
                  settings.anchors(),
                  AuditKey.known(parts.getBean(PerronSettings.class), settings))
              .verify();
      out.println(report.text());
      return report.isWhole() ? WHOLE : DAMAGED;
    } catch (RuntimeException impossible) {
      out.println("The audit trail could not be verified: " + rootOf(impossible).getMessage());
      return NOT_VERIFIED;
    }
  }

  private static String[] withoutAsking(String... arguments) {
    return Stream.concat(
            Arrays.stream(arguments).filter(argument -> !argument.equals(ASKED)),
            Stream.of(
                "--perron.database.only-look=true",
                "--logging.level.root=OFF",
                "--logging.level.eu.perron=OFF"))
        .toArray(String[]::new);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  @EnableConfigurationProperties({PerronSettings.class, AuditSettings.class})
  @Import(DatabaseConfiguration.class)
  static class Parts {}
}
