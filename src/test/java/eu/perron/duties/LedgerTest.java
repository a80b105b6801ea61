package eu.perron.duties;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.orders.Orders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Six orders through customs, and what customs debits for them. */
@TestInstance(Lifecycle.PER_CLASS)
class LedgerTest extends PerronTest {
  private static final String PAGE = "/desk/ledger";
  private static final String IOSS = "IM0560004711";
  private final List<String> orders = new ArrayList<>();
  @Autowired private JdbcClient jdbc;
  @Autowired private Orders shelf;
  @Autowired private Ledger ledger;
  @Autowired private Reconciliation reconciliation;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeAll
  void throughCustoms() {
    for (int i = 0; i < 6; i++) {
      Answer taken = post("/api/v1/orders", "application/json", twoItems().json());
      assertThat(taken.status()).as(taken.text()).isEqualTo(201);
      orders.add(taken.body().path("orderNumber").asText());
    }
    await()
        .atMost(Duration.ofSeconds(150))
        .until(() -> orders.stream().noneMatch(order -> mrn(order).isEmpty()));
  }

  private AnOrder twoItems() {
    AnOrder order = anOrder().with("/iossNumber", IOSS).with("/parcels/0/grossWeightKg", "1.350");
    ArrayNode lines = (ArrayNode) order.tree().path("lines");
    lines.add(
        ((ObjectNode) lines.get(0))
            .deepCopy()
            .put("description", "wooden train, painted, six waggons"));
    return order;
  }

  @Test
  void whatIsOwedIsWhatTheOrderShowsAndWhatTheEndpointReckons() {
    String order = orders.get(0);
    JsonNode shown = view(order).path("landedCost");
    Map<String, Object> debt =
        jdbc.sql("SELECT * FROM ledger_debt WHERE order_number = :order")
            .param("order", order)
            .query()
            .singleRow();

    assertThat(debt.get("duty").toString())
        .isEqualTo("6.00")
        .isEqualTo(shown.path("duty").asText());
    assertThat(debt.get("vat_at_import").toString()).isEqualTo("0.00");
    assertThat(debt.get("vat_at_checkout").toString())
        .isEqualTo(shown.path("payableAtCheckout").asText());
    assertThat(debt.get("ioss_number")).isEqualTo(IOSS);

    ObjectNode question = twoItems().tree().put("acceptedOn", shown.path("acceptedOn").asText());
    JsonNode asked = post("/api/v1/landed-costs", "application/json", question.toString()).body();
    assertThat(asked).as("the order's view and the endpoint").isEqualTo(shown);
    assertThat(new Visitor(this::url).loggedInAs("clerk").read("/desk/orders/" + order))
        .contains("Landed cost", shown.path("total").asText() + " EUR", "which-duty: ItemDuty");
  }

  @Test
  void whatDiffersIsShownAndSettledByTheCustomsDesk() {
    String changed = orders.get(3);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            running ->
                shelf.describe(
                    changed, 1, shelf.get(changed).lines().get(0).description(), "950300"));
    ledger.undo(lrn(orders.get(4)));
    LocalDate day = clock.instant().atZone(ZoneId.of("Europe/Brussels")).toLocalDate();
    String csv =
        "mrn,debited_on,duty,vat,fees\n"
            + line(mrn(orders.get(0)), day, "6.00")
            + line(mrn(orders.get(1)), day, "9.00")
            + line(mrn(orders.get(2)), day, "6.00")
            + line(mrn(orders.get(2)), day, "6.00")
            + line(mrn(orders.get(3)), day, "6.00")
            + line(mrn(orders.get(4)), day, "6.00")
            + line("26ESH7A000067965R5", day.plusDays(41), "6.00");
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");

    String page =
        clerk.submit(PAGE, PAGE + "/debits", Map.of("name", "debits.csv", "content", csv)).body();

    assertThat(page).contains("7 debits compared: 2 agree");
    assertThat(kind(mrn(orders.get(1)))).containsExactly("AMOUNT");
    assertThat(kind(mrn(orders.get(2)))).containsExactly("TWICE");
    assertThat(kind(mrn(orders.get(3)))).containsExactly("ORDER_CHANGED");
    assertThat(kind(mrn(orders.get(4)))).containsExactly("VOID_DEBITED");
    assertThat(kind("26ESH7A000067965R5")).containsExactly("UNKNOWN_MRN");
    assertThat(kind(mrn(orders.get(5)))).containsExactly("NOT_DEBITED");
    assertThat(kind(mrn(orders.get(0)))).isEmpty();
    assertThat(page).contains("Reckoned: duty 6.00").contains("Debited: duty 9.00");
    assertThat(clerk.read("/desk")).contains("differences in the ledger wait");

    String again =
        clerk.submit(PAGE, PAGE + "/debits", Map.of("name", "again.csv", "content", csv)).body();
    assertThat(again).contains("taken before");

    Difference amount =
        reconciliation.open(100).stream()
            .filter(one -> mrn(orders.get(1)).equals(one.mrn()))
            .findFirst()
            .orElseThrow();
    clerk.submit(
        PAGE,
        PAGE + "/differences/" + amount.id(),
        Map.of("decision", "WE_RIGHT", "note", "two items, not three"));
    assertThat(reconciliation.decided(10))
        .filteredOn(one -> one.id().equals(amount.id()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.decision()).isEqualTo(Difference.Decision.WE_RIGHT);
              assertThat(one.decidedBy()).isEqualTo("clerk");
            });
  }

  @Test
  void theMonthOfAnIossNumberIsAStatement() {
    List<Ledger.Sales> sales = ledger.statement(IOSS, java.time.YearMonth.of(2026, 11));

    assertThat(sales).isNotEmpty();
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    assertThat(clerk.read(PAGE + "/ioss/2026-11?iossNumber=" + IOSS))
        .startsWith("ioss_number,month,member_state,vat_rate,orders,vat_base,vat\r\n")
        .contains(IOSS + ",2026-11,BE,21.00,");
    assertThat(ledger.statement(IOSS, java.time.YearMonth.of(2026, 10))).isEmpty();
  }

  @Test
  void aFileOfDebitsThatCannotBeReadSaysTheLine() {
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String head = "mrn,debited_on,duty,vat,fees\n";

    assertThat(refusal(clerk, head + "26ESH7A000067965R6,2026-12-15,6,0,0\n")).contains("Line 2:");
    assertThat(refusal(clerk, head + "26ESH7A000067965R5,15/12/2026,6,0,0\n"))
        .contains("the day of the debit is wanted");
    assertThat(refusal(clerk, head + "26ESH7A000067965R5,2026-12-15,six,0,0\n"))
        .contains("an amount is wanted");
    assertThat(refusal(clerk, "mrn,duty\n")).contains("no column debited_on");
    assertThat(refusal(clerk, head)).contains("holds no debit");
  }

  private static String refusal(Visitor clerk, String content) {
    return clerk.submit(PAGE, PAGE + "/debits", Map.of("name", "x", "content", content)).body();
  }

  private static String line(String mrn, LocalDate day, String duty) {
    return mrn + "," + day + "," + duty + ",0.00,0.00\n";
  }

  private List<String> kind(String mrn) {
    return jdbc.sql("SELECT kind FROM ledger_difference WHERE mrn = :mrn")
        .param("mrn", mrn)
        .query(String.class)
        .list();
  }

  private JsonNode view(String order) {
    return get("/api/v1/orders/" + order).body();
  }

  private String mrn(String order) {
    return imported(order, "mrn");
  }

  private String lrn(String order) {
    return imported(order, "lrn");
  }

  private String imported(String order, String property) {
    for (JsonNode declaration : view(order).path("declarations")) {
      if (declaration.path("direction").asText().equals("IMPORT")) {
        return declaration.path(property).asText("").replace("null", "");
      }
    }
    return "";
  }
}
