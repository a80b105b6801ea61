package eu.perron.flow;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Keeps expressions from being a way into the machine. An expression may name facts, {@code
 * execution.processBusinessKey} and a step: {@code ${exportCn.declare(execution)}}. Everything else
 * is refused, reflection and the engine's own objects first, wherever the expression comes from: a
 * model, or a task query (CVE-2026-109432 runs the expressions inside {@code orQueries}). Scripts
 * do not exist.
 */
final class Guard {
  private Guard() {}

  static final class Expressions extends JuelExpressionManager {
    private final Set<String> steps;
    private final Function<String, Object> bean;

    Expressions(Set<String> steps, Function<String, Object> bean) {
      this.steps = steps;
      this.bean = bean;
    }

    @Override
    protected ELResolver createElResolver() {
      CompositeELResolver resolvers = new CompositeELResolver();
      resolvers.add(new Gate(steps, bean));
      resolvers.add(super.createElResolver());
      return resolvers;
    }
  }

  /** Asked before every other resolver: it answers, steps aside, or refuses. */
  private static final class Gate extends ELResolver {
    private static final Set<String> OF_EXECUTION = Set.of("processBusinessKey");
    private final Set<String> steps;
    private final Function<String, Object> bean;

    Gate(Set<String> steps, Function<String, Object> bean) {
      this.steps = steps;
      this.bean = bean;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base == null) {
        if (property instanceof String name && steps.contains(name)) {
          context.setPropertyResolved(true);
          return bean.apply(name);
        }
        return null;
      }
      if (base instanceof DelegateExecution execution && OF_EXECUTION.contains(property)) {
        context.setPropertyResolved(true);
        return execution.getProcessBusinessKey();
      }
      throw refused(base, property);
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      boolean step =
          base != null
              && Steps.hasSteps(org.springframework.util.ClassUtils.getUserClass(base))
              && arguments != null
              && arguments.length == 1
              && arguments[0] instanceof DelegateExecution;
      if (!step) {
        throw refused(base, method);
      }
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw refused(base, property);
    }

    private static ELException refused(Object base, Object property) {
      return new ELException(
          "The guard refuses '"
              + property
              + "' of "
              + (base == null ? "nothing" : base.getClass().getSimpleName())
              + ": an expression may name facts, execution.processBusinessKey or a step such as "
              + "${exportCn.declare(execution)}");
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }

  static final class NoScripts implements ScriptEngineResolver {
    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
      throw new UnsupportedScript(language);
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
      throw new UnsupportedScript("any language");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
      throw new UnsupportedScript(factory.getLanguageName());
    }
  }

  static final class UnsupportedScript extends RuntimeException {
    UnsupportedScript(String language) {
      super(
          "The guard refuses a script in "
              + language
              + ": models say when, rooms say what. Use a step.");
    }
  }
}
