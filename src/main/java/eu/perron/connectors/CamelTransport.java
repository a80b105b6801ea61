package eu.perron.connectors;

import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.PartnerLimits;
import eu.perron.exchange.PartnerNotReached;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.Transport;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.stereotype.Component;

/**
 * Carries a message by the route {@code direct:<partner>.<operation>} of the partner's folder, on
 * the thread that asks for it and within a total deadline.
 */
@Component
class CamelTransport implements Transport {
  /**
   * These speak of the door (who may enter, how often, whether it is there), not of the message.
   */
  private static final Set<Integer> OF_THE_DOOR =
      Set.of(401, 403, 404, 405, 407, 408, 421, 425, 429);

  private final ProducerTemplate template;
  private final CamelContext camel;
  private final PartnerLimits limits;
  private final Deadlines deadlines;

  CamelTransport(
      ProducerTemplate template, CamelContext camel, PartnerLimits limits, Deadlines deadlines) {
    this.template = template;
    this.camel = camel;
    this.limits = limits;
    this.deadlines = deadlines;
  }

  @Override
  public Reply carry(OutgoingMessage message) {
    if (!camel.isStarted()) {
      throw new PartnerNotReached("the routes of this node are not up", null);
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
    Duration deadline = limits.of(message.partner()).deadline();
    try (Deadlines.Call call = deadlines.begin(deadline)) {
      Exchange answered = template.send(route, exchange -> write(message, exchange));
      if (answered.getException() != null) {
        throw call.wasCut() ? late(deadline, answered) : explained(answered.getException());
      }
      byte[] body = answered.getMessage().getBody(byte[].class);
      String type = answered.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
      return new Reply(type, body == null ? new byte[0] : body);
    }
  }

  private static void write(OutgoingMessage message, Exchange exchange) {
    exchange.getMessage().setBody(message.body());
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, message.contentType());
    exchange.getMessage().setHeader("PerronMessageKey", message.key());
  }

  private static PartnerUnavailable late(Duration deadline, Exchange answered) {
    return new PartnerUnavailable(
        "no full answer within " + deadline.toSeconds() + " s", answered.getException());
  }

  private static Reply answer(HttpOperationFailedException http) {
    String body = http.getResponseBody();
    String type =
        http.getResponseHeaders() == null
            ? ""
            : http.getResponseHeaders().getOrDefault(Exchange.CONTENT_TYPE, "");
    return new Reply(type, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
  }

  private static RuntimeException explained(Throwable failure) {
    if (failure instanceof HttpOperationFailedException http) {
      int status = http.getStatusCode();
      if (status >= 400 && status < 500 && !OF_THE_DOOR.contains(status)) {
        return new PartnerRefused("HTTP " + status + ", see its answer", answer(http));
      }
      return new PartnerUnavailable("HTTP " + status, failure);
    }
    String said = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return isWithoutLine(failure)
        ? new PartnerNotReached(said, failure)
        : new PartnerUnavailable(said, failure);
  }

  /** No connection came about; everything else may have broken after our bytes had gone. */
  private static boolean isWithoutLine(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof ConnectTimeoutException;
  }
}
