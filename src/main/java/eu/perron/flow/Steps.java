package eu.perron.flow;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The beans a model may name: those of this room whose public methods take the step. */
final class Steps {
  private Steps() {}

  static Set<String> namesIn(ConfigurableListableBeanFactory beans) {
    Set<String> names = new TreeSet<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null && hasSteps(type)) {
        names.add(name);
      }
    }
    return names;
  }

  static boolean hasSteps(Class<?> type) {
    return type.getPackageName().equals(Steps.class.getPackageName())
        && Modifier.isPublic(type.getModifiers())
        && Arrays.stream(type.getMethods()).anyMatch(Steps::isStep);
  }

  static boolean isStep(Method method) {
    return method.getParameterCount() == 1
        && method.getParameterTypes()[0] == DelegateExecution.class;
  }
}
