package eu.perron.connectors;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How routes call partners over HTTP. */
@Configuration(proxyBeanMethods = false)
class HttpCalls {
  /**
   * The client would send a refused message again by itself, unseen; trying again is the relay's
   * business alone.
   */
  @Bean
  HttpClientConfigurer oneTryOnly() {
    return builder -> builder.disableAutomaticRetries();
  }
}
