package eu.perron.flow;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.flow.ModelCheck.Refusal;
import eu.perron.house.PerronSettings;
import jakarta.annotation.PostConstruct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what runs equal to what lies in {@code processes/}: notices a changed file, checks it
 * together with the others, and deploys it as a new version or says why not. Orders under way stay
 * on the version they began with.
 */
@Component
class ProcessLibrary {
  private static final Logger log = LoggerFactory.getLogger(ProcessLibrary.class);
  private static final String DEPLOYMENT = "processes";
  private static final Set<String> KINDS = Set.of("bpmn", "dmn", "form");
  private final Path folder;
  private final ModelCheck check;
  private final RepositoryService repository;
  private final Processes processes;
  private final Deployments deployments;
  private final Audit audit;
  private final JdbcTemplate jdbc;
  private final Clock clock;
  private Map<String, Long> seen = Map.of();

  ProcessLibrary(
      PerronSettings settings,
      ModelCheck check,
      RepositoryService repository,
      Processes processes,
      Deployments deployments,
      Audit audit,
      JdbcTemplate jdbc,
      Clock clock) {
    this.folder = settings.processesDir();
    this.check = check;
    this.repository = repository;
    this.processes = processes;
    this.deployments = deployments;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @PostConstruct
  @Scheduled(fixedDelayString = "${perron.flow.library-every:1500}", initialDelay = 1500)
  synchronized void lookForChanges() {
    Map<String, Long> now = stamps();
    if (!now.equals(seen)) {
      try {
        take(read(now.keySet()));
        seen = now;
      } catch (UncheckedIOException beingWritten) {
        log.debug("A file of {} is being written; looking again", folder, beingWritten);
      }
    }
  }

  private void take(Map<String, byte[]> files) {
    List<Refusal> refusals = new ArrayList<>(check.check(files));
    Map<String, byte[]> fit = new TreeMap<>(files);
    refusals.forEach(refusal -> fit.remove(refusal.file()));
    boolean again = true;
    while (again) {
      List<Refusal> byTheEngine = deploy(fit);
      again =
          byTheEngine.stream()
              .map(refusal -> fit.remove(refusal.file()))
              .anyMatch(Objects::nonNull);
      refusals.addAll(byTheEngine);
    }
    remember(refusals);
  }

  /**
   * Only what changed becomes a new version. What our own check let pass and the engine does not is
   * refused, too.
   */
  private List<Refusal> deploy(Map<String, byte[]> files) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(true);
    files.forEach(
        (name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    try {
      Deployment made = deployments.make(deployment, DEPLOYMENT);
      processes.newVersions();
      log.info("processes/ is deployed as {}", made.getId());
      return List.of();
    } catch (ParseException unreadable) {
      return unreadable.getResorceReports().stream()
          .flatMap(
              report ->
                  report.getErrors().stream()
                      .map(
                          error ->
                              new Refusal(
                                  report.getResourceName(),
                                  error.getMainElementId(),
                                  error.getMessage())))
          .toList();
    } catch (ProcessEngineException refused) {
      return List.of(
          new Refusal("processes", "", "The engine refuses the folder: " + refused.getMessage()));
    }
  }

  private void remember(List<Refusal> refusals) {
    jdbc.update("DELETE FROM flow_refusal");
    Timestamp now = Timestamp.from(clock.instant());
    for (int position = 0; position < refusals.size(); position++) {
      Refusal refusal = refusals.get(position);
      log.warn("{} {} is refused: {}", refusal.file(), refusal.element(), refusal.reason());
      audit.record(
          Entry.of(Act.REFUSED)
              .by(Audit.THE_PROGRAM)
              .on(refusal.file())
              .after(Map.of("element", refusal.element(), "reason", refusal.reason())));
      jdbc.update(
          "INSERT INTO flow_refusal (file, position, element, reason, refused_at) VALUES (?, ?, ?, ?, ?) "
              + "ON DUPLICATE KEY UPDATE reason = VALUES(reason)",
          refusal.file(),
          position,
          refusal.element(),
          refusal.reason().substring(0, Math.min(1000, refusal.reason().length())),
          now);
    }
  }

  private Map<String, Long> stamps() {
    try (Stream<Path> files = Files.list(folder)) {
      Map<String, Long> stamps = new TreeMap<>();
      for (Path file : files.filter(ProcessLibrary::isModel).toList()) {
        stamps.put(
            file.getFileName().toString(),
            Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file));
      }
      return stamps;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The folder "
              + folder.toAbsolutePath()
              + " cannot be read; "
              + "PERRON_PROCESSES_DIR names another",
          unreadable);
    }
  }

  private Map<String, byte[]> read(Set<String> names) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : names) {
      try {
        files.put(name, Files.readAllBytes(folder.resolve(name)));
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
    return files;
  }

  private static boolean isModel(Path file) {
    String name = file.getFileName().toString();
    return KINDS.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith(".");
  }
}
