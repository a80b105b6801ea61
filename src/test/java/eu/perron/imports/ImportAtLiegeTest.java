package eu.perron.imports;

import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.perron.orders.Orders;
import eu.perron.orders.VatScheme;
import eu.perron.trade.MilestoneCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room, its post and the simulated office together, on the real database and through the real
 * doors.
 */
class ImportAtLiegeTest extends AtLiege {
  private static final Duration WHILE = Duration.ofSeconds(30);
  @Autowired private Imports imports;
  @Autowired private ImportLodging lodging;
  @Autowired private ImportWithdrawals withdrawals;
  @Autowired private Orders orders;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private CustomsAnswers answers;

  @Test
  void anOrdinaryParcelIsDeclaredAcceptedAndReleased() {
    String order = arrived(anOrder().of(2, "men's cotton T-shirt", "610910", "10.00"), 1);

    lodging.declare(order, "H7", "F48");

    await().atMost(WHILE).until(() -> imports.isReleased(order));
    DeclarationRecord declaration = imports.declarations(order).get(0);
    assertThat(declaration.lrn()).isEqualTo(order + "H701");
    assertThat(declaration.mrn()).startsWith("26BE");
    assertThat(declaration.acceptedAt()).isNotNull();
    assertThat(declaration.payable()).isEqualByComparingTo("3.00");
    // Acceptance, which brings the debt, may be heard after the release.
    await()
        .atMost(WHILE)
        .untilAsserted(
            () ->
                assertThat(timeline(order))
                    .contains(
                        MilestoneCode.IMPORT_DECLARED.name(),
                        MilestoneCode.DUTY_DUE.name(),
                        MilestoneCode.RELEASED.name()));
    assertThat(answers(order)).contains("WaitForAcceptance ACCEPTED", "WaitForRelease RELEASED");
  }

  @Test
  void whatIsDeclaredTogetherTravelsTogetherAndIsAnsweredOneByOne() {
    String good = arrived(anOrder().of(1, "wool socks", "611596", "5.00"), 4081);
    String bad = arrived(anOrder().of(1, "thing lot BE906", "711719", "5.00"), 4082);
    String wanting = arrived(anOrder().of(1, "socks lot BEDOC", "611596", "5.00"), 4083);
    List<String> orders = List.of(good, bad, wanting);

    transaction.executeWithoutResult(
        running -> orders.forEach(order -> lodging.declare(order, "H7", "F48")));

    await().atMost(WHILE).until(() -> imports.isReleased(good));
    awaitState(bad, DeclarationState.REFUSED);
    awaitState(wanting, DeclarationState.DOCUMENTS_REQUESTED);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(DISTINCT message_id) FROM exchange_letter "
                        + "WHERE operation = 'declaration' AND about IN (:orders)")
                .param("orders", orders)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void refusedGoodsAreDeclaredAgainUnderANewLrnOnceDescribedBetter() {
    String order =
        arrived(
            anOrder()
                .of(1, "wool socks", "611596", "5.00")
                .of(1, "thing lot BE416", "711719", "5.00"),
            2);
    lodging.declare(order, "H7", "F48");
    awaitState(order, DeclarationState.REFUSED);
    assertThat(imports.isDeclared(order)).isFalse();

    lodging.declareAgain(order, "necklace of base metal", "71171910");

    await().atMost(WHILE).until(() -> imports.isReleased(order));
    assertThat(imports.declarations(order))
        .extracting(DeclarationRecord::state)
        .containsExactly(DeclarationState.REFUSED, DeclarationState.RELEASED);
    assertThat(orders.get(order).lines())
        .extracting(line -> line.description() + " " + line.hsCode())
        .containsExactly("wool socks 611596", "necklace of base metal 71171910");
  }

  @Test
  void documentsAreLodgedAndTheGoodsReleased() {
    String order = arrived(anOrder().of(1, "wool socks lot BEDOC", "611596", "5.00"), 3);
    lodging.declare(order, "H7", "F48");
    awaitState(order, DeclarationState.DOCUMENTS_REQUESTED);

    imports.lodgeDocuments(order, "INV-17.pdf", null);

    await().atMost(WHILE).until(() -> imports.isReleased(order));
    assertThat(answers(order)).contains("WaitForRelease DOCUMENTS");
  }

  @Test
  void eachCaseEndsWhereItShould() {
    String seized = arrived(anOrder().of(1, "wool socks lot BESEIZE", "611596", "5.00"), 4);
    String kept = arrived(anOrder().of(1, "wool socks lot BE451", "611596", "5.00"), 5);
    String silent = arrived(anOrder().of(1, "wool socks lot BENONE", "611596", "5.00"), 6);
    String invalid = arrived(anOrder().of(1, "wool socks lot BE906", "611596", "5.00"), 7);
    String coat =
        arrived(
            anOrder().of(1, "women's coat", "6202400010", "180.00").under(VatScheme.STANDARD), 8);
    lodging.declare(seized, "H7", "F48");
    lodging.declare(kept, "H7", "F48");
    lodging.declare(silent, "H7", "F48");
    lodging.declare(invalid, "H7", "F48");
    lodging.declare(coat, "H1", "");

    awaitState(seized, DeclarationState.SEIZED);
    awaitState(kept, DeclarationState.NOT_RELEASED);
    awaitState(silent, DeclarationState.ACCEPTED);
    awaitState(invalid, DeclarationState.REFUSED);
    awaitState(coat, DeclarationState.RELEASED);

    assertThat(imports.declarations(coat).get(0).payable()).isEqualByComparingTo("63.94");
    imports.recordNotReleased(kept, "RELEASED_ON_PAPER");
    imports.recordPaperRelease(silent);
    assertThat(imports.isReleased(kept)).isTrue();
    assertThat(imports.isReleased(silent)).isTrue();
    assertThat(imports.isReleased(seized)).isFalse();
  }

  @Test
  void aDeclarationInOurOwnPostIsWithdrawnAndOneThatLeftIsInvalidated() {
    String queued = arrived(anOrder().of(1, "wool socks", "611596", "5.00"), 9);
    String sent = arrived(anOrder().of(1, "wool socks lot BENONE", "611596", "5.00"), 10);
    assertThat(withdrawals.withdraw(queued, "Order cancelled"))
        .as("nothing was declared")
        .isFalse();
    Boolean undo =
        transaction.execute(
            running -> {
              lodging.declare(queued, "H7", "F48");
              return withdrawals.withdraw(queued, "Order cancelled");
            });
    assertThat(undo).isFalse();
    assertThat(imports.declarations(queued).get(0).state()).isEqualTo(DeclarationState.WITHDRAWN);
    lodging.declare(sent, "H7", "F48");
    awaitState(sent, DeclarationState.ACCEPTED);

    assertThat(withdrawals.withdraw(sent, "Order cancelled")).isTrue();

    awaitState(sent, DeclarationState.INVALIDATED);
    assertThat(imports.isDeclared(sent)).isFalse();
  }

  @Test
  void whatDecidesOnTheDeclarationIsTold() {
    String whisky = arrived(anOrder().of(1, "whisky, 40 % vol", "220830", "65.10").in("USD"), 11);

    Valuation valuation = imports.value(whisky);

    assertThat(valuation.intrinsicValue()).isEqualByComparingTo("60.00");
    assertThat(valuation.exciseGoods()).isTrue();
    assertThat(valuation.restrictedGoods()).isFalse();
    assertThatThrownBy(() -> lodging.declare(whisky, "HOLD", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAnswerAboutAnUnknownDeclarationIsUnmatched() {
    assertThat(
            answers
                .apply(
                    new DeclarationAnswer(
                        DeclarationState.ACCEPTED,
                        "UNKNOWN",
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        "IE428 x"))
                .unmatched())
        .isTrue();
    assertThat(
            answers
                .apply(
                    new DeclarationAnswer(
                        DeclarationState.RELEASED,
                        null,
                        "26BEABCDEF123456R3",
                        Instant.EPOCH,
                        null,
                        null,
                        "IE429 x"))
                .unmatched())
        .isTrue();
  }

  private void awaitState(String order, DeclarationState state) {
    await().atMost(WHILE).until(() -> imports.declarations(order).get(0).state(), state::equals);
  }

  private List<String> timeline(String order) {
    return jdbc.sql("SELECT code FROM timeline_event WHERE order_number = :order")
        .param("order", order)
        .query(String.class)
        .list();
  }

  private List<String> answers(String order) {
    return jdbc.sql(
            "SELECT CONCAT(activity, ' ', answer) FROM flow_answer WHERE business_key = :order")
        .param("order", order)
        .query(String.class)
        .list();
  }
}
