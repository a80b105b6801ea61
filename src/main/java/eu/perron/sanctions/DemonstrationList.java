package eu.perron.sanctions;

import eu.perron.house.PerronSettings;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * A demonstration begins with a list of invented names. Elsewhere no list is in force until an
 * operator hands one in, and every order is held.
 */
@Component
class DemonstrationList {
  private static final Logger log = LoggerFactory.getLogger(DemonstrationList.class);
  private static final String FILE = "sanctions-demonstration.xml";
  private final SanctionsLists lists;
  private final Path file;
  private final boolean demonstration;

  DemonstrationList(SanctionsLists lists, PerronSettings settings, Environment environment) {
    this.lists = lists;
    this.file = settings.processesDir().resolve("reference").resolve(FILE);
    this.demonstration =
        settings.demoAccounts() || environment.acceptsProfiles(Profiles.of("simulators"));
  }

  @PostConstruct
  void begin() throws IOException {
    if (!lists.isEmpty()) {
      return;
    }
    if (!demonstration || !Files.exists(file)) {
      log.warn("No sanctions list is in force: every order is held until one is handed in");
      return;
    }
    ListVersion taken = lists.take(Files.readAllBytes(file), FILE, "perron", true);
    lists.bringIntoForce(taken.version(), "perron");
  }
}
