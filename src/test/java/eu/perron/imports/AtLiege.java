package eu.perron.imports;

import eu.perron.orders.Order;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole house at pace 0 with the simulated customs office, and orders that have just been
 * presented in Liège.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("simulators")
public abstract class AtLiege {
  private static final Path DATA =
      Path.of("target/import-at-liege-" + ProcessHandle.current().pid());
  @Autowired private JdbcAggregateTemplate aggregates;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    FileSystemUtils.deleteRecursively(DATA);
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      registry.add("server.port", () -> port);
    }
    registry.add("perron.data-dir", DATA::toString);
    registry.add("perron.demo.pace", () -> "0");
  }

  /**
   * @param serial up to four digits, unlike any other test's
   */
  protected String arrived(ExampleOrder example, int serial) {
    Order order = example.numbered("PR261122%04d".formatted(serial)).placed();
    aggregates.insert(order);
    return order.number();
  }
}
