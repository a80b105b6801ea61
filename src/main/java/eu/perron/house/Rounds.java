package eu.perron.house;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The rounds that are walked again and again: one that fails says so in a line and is walked again.
 */
@Configuration(proxyBeanMethods = false)
class Rounds {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  @Bean
  ThreadPoolTaskSchedulerCustomizer roundsGoOn() {
    return scheduler ->
        scheduler.setErrorHandler(failure -> log.warn("A round failed: {}", failure.toString()));
  }
}
