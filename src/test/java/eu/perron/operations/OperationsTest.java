package eu.perron.operations;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.trade.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stuck is seen, tried again or given up with a reason. */
class OperationsTest extends PerronTest {
  private static final String PAGE = "/operations";
  @Autowired private JdbcTemplate jdbc;

  @Test
  void anUnreadableMessageIsShownEscapedAndDiscardedWithAReason() {
    String id = Ids.next();
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, state, "
            + "problem, created_at) VALUES (?, 'IN', 'cainiao', 'events', ?, 'text/plain', ?, 'REFUSED', 'no JSON', NOW(3))",
        id,
        id,
        "<script>alert(1)</script>");
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    assertThat(operator.read(PAGE)).contains(id);
    assertThat(operator.read(PAGE + "/messages/" + id))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");

    operator.submit(PAGE, PAGE + "/messages/" + id + "/discard", Map.of("reason", "  "));
    assertThat(stateOfMessage(id)).isEqualTo("REFUSED");
    assertThat(
            operator
                .submit(
                    PAGE,
                    PAGE + "/messages/" + id + "/discard",
                    Map.of("reason", "a test of theirs"))
                .body())
        .contains("a test of theirs");
    assertThat(stateOfMessage(id)).isEqualTo("DISCARDED");
  }

  @Test
  void anUnmatchedArrivalIsAppliedAgain() {
    String id = Ids.next();
    jdbc.update(
        "INSERT INTO exchange_arrival (id, message_id, partner, kind, arrival_key, about, content, state, attempts, "
            + "due_at, created_at) VALUES (?, ?, 'cainiao', 'unheard-of', ?, 'X1', '{}', 'UNMATCHED', 9, NOW(3), NOW(3))",
        id,
        id,
        id);
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    operator.submit(PAGE, PAGE + "/arrivals/" + id + "/retry", Map.of());
    assertThat(
            jdbc.queryForObject(
                "SELECT attempts FROM exchange_arrival WHERE id = ?", Integer.class, id))
        .isZero();
  }

  @Test
  void onlyOperatorsSeeIt() {
    assertThat(new Visitor(this::url).loggedInAs("clerk").open(PAGE).statusCode()).isEqualTo(403);
    assertThat(new Visitor(this::url).open(PAGE).uri().getPath()).isEqualTo("/login");
  }

  private String stateOfMessage(String id) {
    return jdbc.queryForObject("SELECT state FROM exchange_message WHERE id = ?", String.class, id);
  }
}
