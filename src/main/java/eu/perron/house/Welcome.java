package eu.perron.house;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The one block a person reads at the start; to standard output, because secrets do not belong in a
 * log.
 */
@Component
class Welcome {
  private final List<Greeting> greetings;
  private final PublicAddress address;

  Welcome(List<Greeting> greetings, PublicAddress address) {
    this.greetings = greetings;
    this.address = address;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order
  void say() {
    String url = address.value();
    StringBuilder block = new StringBuilder();
    block.append("\n────────────────────────────────────────────────────────────────────────\n");
    block.append("  Perron is ready: ").append(url).append("\n\n");
    greetings.stream()
        .flatMap(greeting -> greeting.lines().stream())
        .forEach(line -> block.append("  %-18s %s%n".formatted(line.label(), line.value())));
    block.append(
        """

          Three things to try:
            open %1$s            and send the sample orders
            curl -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
                 --data @src/main/resources/samples/order.json %1$s/api/v1/orders
            open %1$s/desk       as clerk, and decide what waits
        """
            .formatted(url));
    block.append("────────────────────────────────────────────────────────────────────────\n");
    System.out.print(block);
    System.out.flush();
  }
}
