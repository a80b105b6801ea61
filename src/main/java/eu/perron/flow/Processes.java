package eu.perron.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes, by the id of their newest version. */
@Component
class Processes {
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;
  private final Map<String, String> newest = new ConcurrentHashMap<>();

  Processes(RepositoryService repository, ProcessEngine engine) {
    this.repository = repository;
    this.engine = ((ProcessEngineImpl) engine).getProcessEngineConfiguration();
  }

  @Transactional
  public void start(String process, String businessKey) {
    startAll(process, List.of(businessKey));
  }

  /** All in one command: one flush for tens of orders. */
  @Transactional
  public void startAll(String process, Collection<String> businessKeys) {
    String definition = newest.computeIfAbsent(process, this::newestVersion);
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              for (String key : businessKeys) {
                new StartProcessInstanceCmd(
                        (ProcessInstantiationBuilderImpl)
                            ProcessInstantiationBuilderImpl.createProcessInstanceById(
                                    engine.getCommandExecutorTxRequired(), definition)
                                .businessKey(key))
                    .execute(context);
              }
              return null;
            });
  }

  boolean isDeployed(String process) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(process).count() > 0;
  }

  void newVersions() {
    newest.clear();
  }

  private String newestVersion(String process) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException(
          "No process '" + process + "' is deployed; see /studio for why");
    }
    return definition.getId();
  }
}
