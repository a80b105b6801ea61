package eu.perron.flow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * How the engine runs here: lean (see {@link Places}) and guarded (see {@link Guard} and {@link
 * ParseGuard}).
 */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {
  private final ConfigurableListableBeanFactory beans;
  private final Places places;
  private final RulesApplied rules;

  EngineSettings(ConfigurableListableBeanFactory beans, Places places, RulesApplied rules) {
    this.beans = beans;
    this.places = places;
    this.rules = rules;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdGenerator(new TimeOrderedIds());
    engine.setExpressionManager(new Guard.Expressions(Steps.namesIn(beans), beans::getBean));
    engine.setScriptEngineResolver(new Guard.NoScripts());
    engine.setEnableScriptCompilation(false);
    engine.setFailedJobRetryTimeCycle("R5/PT10S");
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(RememberedTests.factory());
    decisions.getCustomPostDecisionTableEvaluationListeners().add(rules);
    engine.setDmnEngineConfiguration(decisions);
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPreBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPreBPMNParseListeners());
    }
    listeners.add(new ParseGuard());
    listeners.add(places);
    engine.setCustomPreBPMNParseListeners(listeners);
  }
}
