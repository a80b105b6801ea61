package eu.perron.connectors;

import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.Transport;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries a message by the route {@code direct:<partner>.<operation>} of the partner's folder,
 * within a total deadline: a time-out of the HTTP client does not bound a partner that answers byte
 * by byte.
 */
@Component
class CamelTransport implements Transport {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private final ProducerTemplate template;
  private final CamelContext camel;
  private final long deadlineSeconds;

  CamelTransport(
      ProducerTemplate template,
      CamelContext camel,
      @Value("${perron.exchange.deadline-seconds:30}") long deadlineSeconds) {
    this.template = template;
    this.camel = camel;
    this.deadlineSeconds = deadlineSeconds;
  }

  @Override
  public Reply carry(OutgoingMessage message) {
    if (!camel.isStarted()) {
      throw new PartnerUnavailable("the routes of this node are not up", null);
    }
    String route = "direct:" + message.partner() + "." + message.operation();
    if (camel.hasEndpoint(route) == null) {
      throw new PartnerRefused(
          "No route takes "
              + message.operation()
              + " to "
              + message.partner()
              + "; add connectors/"
              + message.partner()
              + "/"
              + message.operation()
              + ".camel.yaml and send it again");
    }
    CompletableFuture<Exchange> call =
        template.asyncSend(
            route,
            exchange -> {
              exchange.getMessage().setBody(message.body());
              exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, message.contentType());
              exchange.getMessage().setHeader("PerronMessageKey", message.key());
            });
    try {
      Exchange answered = call.get(deadlineSeconds, TimeUnit.SECONDS);
      if (answered.getException() != null) {
        throw explained(message, answered.getException());
      }
      byte[] body = answered.getMessage().getBody(byte[].class);
      String type = answered.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
      return new Reply(type, body == null ? new byte[0] : body);
    } catch (TimeoutException late) {
      call.cancel(true);
      throw new PartnerUnavailable("no full answer within " + deadlineSeconds + " s", late);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new PartnerUnavailable("this node is stopping", stopping);
    } catch (ExecutionException failure) {
      throw explained(message, failure.getCause());
    }
  }

  private static Reply answer(HttpOperationFailedException http) {
    String body = http.getResponseBody();
    String type =
        http.getResponseHeaders() == null
            ? ""
            : http.getResponseHeaders().getOrDefault(Exchange.CONTENT_TYPE, "");
    return new Reply(type, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
  }

  private static RuntimeException explained(OutgoingMessage message, Throwable failure) {
    if (failure instanceof HttpOperationFailedException http) {
      int status = http.getStatusCode();
      if (status >= 400 && status < 500 && status != REQUEST_TIMEOUT && status != TOO_MANY) {
        return new PartnerRefused("HTTP " + status + ", see its answer", answer(http));
      }
      return new PartnerUnavailable("HTTP " + status, failure);
    }
    return new PartnerUnavailable(
        failure.getClass().getSimpleName() + ": " + failure.getMessage(), failure);
  }
}
