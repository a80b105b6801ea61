package eu.perron.house;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Without an outside database this is a first look: the simulated partners are there. {@code
 * PERRON_SIMULATORS} decides otherwise, either way; {@code PERRON_ROLE=simulators} runs them in a
 * process of their own. Named in {@code META-INF/spring.factories}.
 */
class DemonstrationByDefault implements EnvironmentPostProcessor, Ordered {
  /** Before the configuration files are read, as they ask which profiles are active. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean alone = "simulators".equals(environment.getProperty("PERRON_ROLE"));
    boolean embedded = environment.getProperty("PERRON_DATABASE_URL", "").isBlank();
    if (alone || environment.getProperty("PERRON_SIMULATORS", Boolean.class, embedded)) {
      environment.addActiveProfile("simulators");
    }
    if (alone) {
      environment.addActiveProfile("simulators-alone");
    }
  }
}
