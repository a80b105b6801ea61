package eu.perron.connectors;

import java.io.IOException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
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
    return builder ->
        builder.disableAutomaticRetries().addExecInterceptorFirst("bounded", HttpCalls::bounded);
  }

  private static ClassicHttpResponse bounded(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    ClassicHttpResponse answer = chain.proceed(request, scope);
    if (answer.getEntity() != null) {
      answer.setEntity(new BoundedAnswer(answer.getEntity()));
    }
    return answer;
  }
}
