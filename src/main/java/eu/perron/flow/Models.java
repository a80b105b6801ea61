package eu.perron.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The models that are deployed: what a process owner sees of them in the studio. */
@Component
@Transactional(readOnly = true)
public class Models {
  private final RepositoryService repository;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Drawings drawings;
  private final Lanes lanes;

  Models(
      RepositoryService repository,
      ProcessEngine engine,
      JdbcClient jdbc,
      Drawings drawings,
      Lanes lanes) {
    this.repository = repository;
    this.engine = engine;
    this.jdbc = jdbc;
    this.drawings = drawings;
    this.lanes = lanes;
  }

  public enum Kind {
    PROCESS,
    DECISION
  }

  /**
   * One version of a process or a decision.
   *
   * @param file the file of {@code processes/} it came from
   * @param running how many stand on this version now; always 0 for a decision
   * @param onOthers how many stand on other versions of it
   */
  public record Version(
      Kind kind,
      String key,
      String name,
      int version,
      String id,
      String file,
      Instant deployedAt,
      long running,
      long onOthers) {}

  /** Why a file of {@code processes/} was not deployed. */
  public record Refusal(String file, String element, String reason, Instant refusedAt) {}

  /** The newest version of each, by key. */
  public List<Version> newest(Kind kind) {
    return versions(
        kind == Kind.PROCESS
            ? repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
            : repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .orderByDecisionDefinitionKey()
                .asc()
                .list(),
        kind,
        kind == Kind.PROCESS ? running() : List.of());
  }

  /** All versions of one, newest first; empty if there is none of that key. */
  public List<Version> versions(Kind kind, String key) {
    return versions(
        kind == Kind.PROCESS
            ? repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
            : repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list(),
        kind,
        kind == Kind.PROCESS ? running() : List.of());
  }

  /** One version, those who stand on it not counted. @param version null: the newest */
  public Optional<Version> find(Kind kind, String key, Integer version) {
    return versions(
            kind == Kind.PROCESS
                ? version == null
                    ? repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .list()
                    : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .processDefinitionVersion(version)
                        .list()
                : version == null
                    ? repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .list()
                    : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .decisionDefinitionVersion(version)
                        .list(),
            kind,
            List.of())
        .stream()
        .findFirst();
  }

  /** The version of a process that an order stands on, those who stand on it not counted. */
  public Optional<Version> process(String definitionId) {
    return versions(
            repository.createProcessDefinitionQuery().processDefinitionId(definitionId).list(),
            Kind.PROCESS,
            List.of())
        .stream()
        .findFirst();
  }

  private List<Version> versions(
      List<? extends ResourceDefinition> definitions, Kind kind, List<Running> running) {
    Map<String, Instant> deployed = new HashMap<>();
    return definitions.stream()
        .map(
            definition ->
                new Version(
                    kind,
                    definition.getKey(),
                    Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                    definition.getVersion(),
                    definition.getId(),
                    definition.getResourceName(),
                    deployed.computeIfAbsent(definition.getDeploymentId(), this::deployedAt),
                    orders(running, one -> one.definition().equals(definition.getId())),
                    orders(
                        running,
                        one ->
                            one.process().equals(definition.getKey())
                                && !one.definition().equals(definition.getId()))))
        .toList();
  }

  private Instant deployedAt(String deploymentId) {
    Deployment deployment =
        repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
    return deployment.getDeploymentTime().toInstant();
  }

  private record Running(String process, String definition, long orders) {}

  /**
   * Counted among the engine's own instances: a caller that waits for its called process stands
   * nowhere else.
   */
  private List<Running> running() {
    return jdbc.sql(
            "SELECT p.KEY_ AS process, e.definition, e.orders FROM (SELECT PROC_DEF_ID_ AS definition, "
                + "COUNT(*) AS orders FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL GROUP BY PROC_DEF_ID_) e "
                + "JOIN ACT_RE_PROCDEF p ON p.ID_ = e.definition")
        .query(Running.class)
        .list();
  }

  private static long orders(List<Running> running, Predicate<Running> which) {
    return running.stream().filter(which).mapToLong(Running::orders).sum();
  }

  /** The file as deployed. */
  public Optional<byte[]> source(Version version) {
    return Optional.ofNullable(
            version.kind() == Kind.PROCESS
                ? repository.getProcessModel(version.id())
                : repository.getDecisionModel(version.id()))
        .map(Models::bytes);
  }

  /** The newest deployed form of this key: the JSON of form-js. */
  public Optional<String> form(String key) {
    CamundaFormDefinitionEntity form =
        ((ProcessEngineImpl) engine)
            .getProcessEngineConfiguration()
            .getCommandExecutorTxRequired()
            .execute(
                context ->
                    context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key));
    return Optional.ofNullable(form)
        .map(
            found ->
                repository.getResourceAsStream(found.getDeploymentId(), found.getResourceName()))
        .map(in -> new String(bytes(in), StandardCharsets.UTF_8));
  }

  /** What stands in a version of a process, in the order of the file. */
  public List<Element> elements(Version version) {
    return drawings.elements(version.id());
  }

  /**
   * Which processes each call activity of the newest version calls; where an expression chooses by
   * lane ({@code ${fulfilment.exportProcess(execution)}}), all that it may choose, in the order of
   * the lanes.
   */
  public Map<String, List<String>> calls(String process) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    return newest == null ? Map.of() : calls(drawings.elements(newest.getId()));
  }

  public Map<String, List<String>> calls(List<Element> elements) {
    List<String> keys =
        repository
            .createProcessDefinitionQuery()
            .latestVersion()
            .orderByProcessDefinitionKey()
            .asc()
            .list()
            .stream()
            .map(ResourceDefinition::getKey)
            .sorted(lanes.inTheirOrder())
            .toList();
    Map<String, List<String>> calls = new LinkedHashMap<>();
    elements.stream()
        .filter(element -> element.calls() != null)
        .forEach(element -> calls.put(element.id(), called(element.calls(), keys)));
    return calls;
  }

  /**
   * By element of the newest version: the partners that its wait is for; of a call activity, those
   * that are waited for anywhere inside.
   */
  public Map<String, Set<String>> partners(String process) {
    return partners(process, new HashSet<>());
  }

  private Map<String, Set<String>> partners(String process, Set<String> asked) {
    Map<String, Set<String>> partners = new LinkedHashMap<>();
    Optional<Version> newest = find(Kind.PROCESS, process, null);
    if (newest.isEmpty() || !asked.add(process)) {
      return partners;
    }
    List<Element> elements = elements(newest.get());
    elements.stream()
        .filter(element -> element.properties().containsKey("partner"))
        .forEach(
            element -> partners.put(element.id(), Set.of(element.properties().get("partner"))));
    calls(elements)
        .forEach(
            (activity, called) -> {
              Set<String> inside = new TreeSet<>();
              called.forEach(key -> partners(key, asked).values().forEach(inside::addAll));
              if (!inside.isEmpty()) {
                partners.put(activity, inside);
              }
            });
    asked.remove(process);
    return partners;
  }

  static List<String> called(String calledElement, List<String> keys) {
    if (!calledElement.contains("{")) {
      return List.of(calledElement);
    }
    String family =
        calledElement.contains("exportProcess")
            ? "export-"
            : calledElement.contains("importProcess") ? "import-" : null;
    return family == null
        ? List.of()
        : keys.stream().filter(key -> key.startsWith(family)).toList();
  }

  /** The newest word on every file that was refused. */
  public List<Refusal> refusals() {
    return jdbc.sql(
            "SELECT file, element, reason, refused_at FROM flow_refusal ORDER BY refused_at DESC, file, position "
                + "LIMIT 200")
        .query(Refusal.class)
        .list();
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
