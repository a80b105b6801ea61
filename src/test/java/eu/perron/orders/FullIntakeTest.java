package eu.perron.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.house.Problem;
import eu.perron.house.PublicAddress;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** The same controller as the program's, with a limit of no order at all. */
class FullIntakeTest extends PerronTest {
  @Autowired private Intake intake;
  @Autowired private OrderBody body;
  @Autowired private Orders orders;
  @Autowired private ArchivedOrders archived;
  @Autowired private OrderList list;
  @Autowired private OrderCancellation cancellation;
  @Autowired private PublicAddress address;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void aFullIntakeAsksToComeAgainLater() {
    Capacity none = new Capacity(jdbc, clock, new IntakeSettings(new IntakeSettings.Intake(0)));
    OrdersController controller =
        new OrdersController(intake, body, none, orders, archived, list, cancellation, address);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(AnOrder.anOrder().json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Problem full =
        catchThrowableOfType(Problem.class, () -> controller.place(request, () -> "demo"));
    assertThat(full.getStatusCode().value()).isEqualTo(429);
    assertThat(full.getHeaders().getFirst("Retry-After")).isEqualTo("10");
    assertThat(new IntakeHealthIndicator(none).health().getStatus())
        .isEqualTo(Status.OUT_OF_SERVICE);
  }
}
