package eu.perron.connectors;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How routes call partners over HTTP. */
@Configuration(proxyBeanMethods = false)
class HttpCalls {
  /**
   * The client would send a refused message again by itself, unseen; trying again is the relay's
   * business alone. Each call can be cut at its deadline, and no answer is longer than we can hold.
   */
  @Bean
  HttpClientConfigurer partnerCalls() {
    return builder ->
        builder
            .disableAutomaticRetries()
            .addExecInterceptorFirst(
                "deadline",
                (request, scope, chain) -> {
                  Deadlines.running()
                      .ifPresent(call -> call.canBeCutBy(scope.execRuntime::discardEndpoint));
                  ClassicHttpResponse response = chain.proceed(request, scope);
                  if (response.getEntity() != null) {
                    response.setEntity(new ShortAnswer(response.getEntity()));
                  }
                  return response;
                });
  }
}
