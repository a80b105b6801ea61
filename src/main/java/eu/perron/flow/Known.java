package eu.perron.flow;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What models may name: the steps of the flow classes, the places where these wait, the desks of
 * the clerks.
 *
 * @param steps flow classes by bean name
 */
record Known(Map<String, Class<?>> steps, Set<WaitFor> waits, Set<String> desks) {
  private static final Set<String> DESKS =
      Set.of(
          "compliance-desk",
          "export-desk",
          "flight-desk",
          "customs-desk",
          "delivery-desk",
          "returns-desk");

  static Known ofThisHouse() {
    Map<String, Class<?>> steps = new TreeMap<>();
    Set<WaitFor> waits = new HashSet<>();
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
    for (BeanDefinition found : scan.findCandidateComponents(Known.class.getPackageName())) {
      Class<?> type =
          ClassUtils.resolveClassName(found.getBeanClassName(), Known.class.getClassLoader());
      if (Steps.hasSteps(type)) {
        steps.put(nameOf(type), type);
        waits.addAll(waitsOf(type));
      }
    }
    return new Known(steps, waits, DESKS);
  }

  private static String nameOf(Class<?> type) {
    String given = type.getAnnotation(Component.class).value();
    return given.isEmpty() ? StringUtils.uncapitalizeAsProperty(type.getSimpleName()) : given;
  }

  private static Set<WaitFor> waitsOf(Class<?> type) {
    Set<WaitFor> waits = new HashSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == WaitFor.class) {
        try {
          field.setAccessible(true);
          waits.add((WaitFor) field.get(null));
        } catch (IllegalAccessException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
    return waits;
  }

  Optional<Method> step(String bean, String method) {
    return Optional.ofNullable(steps.get(bean)).stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(candidate -> candidate.getName().equals(method) && Steps.isStep(candidate))
        .findFirst();
  }

  Set<String> stepsOf(String bean) {
    Set<String> names = new java.util.TreeSet<>();
    Optional.ofNullable(steps.get(bean)).stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(Steps::isStep)
        .map(Method::getName)
        .forEach(names::add);
    return names;
  }

  Optional<WaitFor> wait(String process, String activity) {
    return waits.stream()
        .filter(wait -> wait.process().equals(process) && wait.activity().equals(activity))
        .findFirst();
  }
}
