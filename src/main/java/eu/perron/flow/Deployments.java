package eu.perron.flow;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deploys, and writes down in the same transaction which file became which version. */
@Component
class Deployments {
  private final RepositoryService repository;
  private final Audit audit;

  Deployments(RepositoryService repository, Audit audit) {
    this.repository = repository;
    this.audit = audit;
  }

  /** Where nothing changed, the deployment that is there already. */
  @Transactional
  public Deployment make(DeploymentBuilder builder, String name) {
    Optional<String> before = newest(name);
    Deployment made = builder.deploy();
    if (!before.equals(Optional.of(made.getId()))) {
      audit.record(entries(made.getId()));
    }
    return made;
  }

  private Optional<String> newest(String name) {
    return repository
        .createDeploymentQuery()
        .deploymentName(name)
        .orderByDeploymentTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .map(Deployment::getId)
        .findFirst();
  }

  private List<Entry> entries(String deployment) {
    Map<String, ResourceDefinition> definitions = new LinkedHashMap<>();
    repository
        .createProcessDefinitionQuery()
        .deploymentId(deployment)
        .list()
        .forEach(process -> definitions.put(process.getResourceName(), process));
    repository
        .createDecisionDefinitionQuery()
        .deploymentId(deployment)
        .list()
        .forEach(decision -> definitions.put(decision.getResourceName(), decision));
    List<Entry> entries = new ArrayList<>();
    for (String file : repository.getDeploymentResourceNames(deployment)) {
      Optional<ResourceDefinition> definition = Optional.ofNullable(definitions.get(file));
      entries.add(
          Entry.of(Act.DEPLOYED)
              .by(Audit.OUTSIDE)
              .on(file)
              .under(definition.map(Deployments::version).orElse(null))
              .before(definition.flatMap(this::former).map(this::state).orElse(Map.of()))
              .after(
                  definition
                      .map(this::state)
                      .orElseGet(() -> Map.of("sha256", digest(deployment, file)))));
    }
    return entries;
  }

  private Optional<ResourceDefinition> former(ResourceDefinition now) {
    int version = now.getVersion() - 1;
    if (version < 1) {
      return Optional.empty();
    }
    ResourceDefinition found =
        now.getResourceName().endsWith(".dmn")
            ? repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(now.getKey())
                .decisionDefinitionVersion(version)
                .singleResult()
            : repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(now.getKey())
                .processDefinitionVersion(version)
                .singleResult();
    return Optional.ofNullable(found);
  }

  private Map<String, ?> state(ResourceDefinition definition) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("version", definition.getVersion());
    state.put("sha256", digest(definition.getDeploymentId(), definition.getResourceName()));
    return state;
  }

  private static String version(ResourceDefinition definition) {
    return definition.getKey() + ":" + definition.getVersion();
  }

  private String digest(String deployment, String file) {
    try (InputStream in = repository.getResourceAsStream(deployment, file)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }
}
