package eu.perron.connectors;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.beans.factory.ObjectProvider;

/** Remembers which routes were walked, and closes or opens one, as when a partner is away. */
public class Routes implements RoutePolicyFactory {
  private final Set<String> walked = new ConcurrentSkipListSet<>();
  private final ObjectProvider<CamelContext> camel;

  Routes(ObjectProvider<CamelContext> camel) {
    this.camel = camel;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
    return new RoutePolicySupport() {
      @Override
      public void onExchangeBegin(Route begun, Exchange exchange) {
        walked.add(begun.getRouteId());
      }
    };
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
