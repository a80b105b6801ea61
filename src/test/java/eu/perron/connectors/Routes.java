package eu.perron.connectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Remembers which routes were walked, and closes or opens one, as when a partner is away, or cuts
 * it in the middle of what it does.
 */
public class Routes implements RoutePolicyFactory {
  private static final String UNANSWERED = "test.unanswered";
  private final Set<String> walked = new ConcurrentSkipListSet<>();
  private final Map<String, Cut> cuts = new ConcurrentHashMap<>();
  private final ObjectProvider<CamelContext> camel;

  /** A partner that takes so many more messages, keeps the answers to some, and then is gone. */
  private static final class Cut {
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger taken = new AtomicInteger();
    private final int answered;
    private final int unanswered;

    private Cut(int answered, int unanswered) {
      this.answered = answered;
      this.unanswered = unanswered;
    }
  }

  Routes(ObjectProvider<CamelContext> camel) {
    this.camel = camel;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
    return new RoutePolicySupport() {
      @Override
      public void onExchangeBegin(Route begun, Exchange exchange) {
        walked.add(begun.getRouteId());
        Cut cut = cuts.get(begun.getRouteId());
        if (cut != null) {
          begin(cut, exchange);
        }
      }

      @Override
      public void onExchangeDone(Route done, Exchange exchange) {
        if (exchange.removeProperty(UNANSWERED) != null) {
          exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 503);
        }
      }
    };
  }

  private static void begin(Cut cut, Exchange exchange) {
    int before = cut.taken.getAndIncrement();
    if (before >= cut.answered + cut.unanswered) {
      exchange.setRouteStop(true);
      exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 503);
      return;
    }
    byte[] body = exchange.getMessage().getBody(byte[].class);
    exchange.getMessage().setBody(body);
    cut.received.add(new String(body, StandardCharsets.UTF_8));
    if (before >= cut.answered) {
      exchange.setProperty(UNANSWERED, true);
    }
  }

  /** From now on it answers so many messages, keeps the answers to the next, and takes no more. */
  public void cut(String id, int answered, int unanswered) {
    cuts.put(id, new Cut(answered, unanswered));
  }

  /** As before the cut. @return what it took since, answered or not */
  public List<String> mend(String id) {
    Cut cut = cuts.remove(id);
    return cut == null ? List.of() : List.copyOf(cut.received);
  }

  public List<String> takenSinceCut(String id) {
    return List.copyOf(cuts.get(id).received);
  }

  public Set<String> neverWalked() {
    Set<String> never =
        camel.getObject().getRoutes().stream()
            .map(Route::getRouteId)
            .collect(Collectors.toCollection(TreeSet::new));
    never.removeAll(walked);
    return never;
  }

  public void close(String id) {
    attempt(() -> camel.getObject().getRouteController().stopRoute(id));
  }

  public void open(String id) {
    attempt(() -> camel.getObject().getRouteController().startRoute(id));
  }

  private interface Doing {
    void run() throws Exception;
  }

  private static void attempt(Doing doing) {
    try {
      doing.run();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
