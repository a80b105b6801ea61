package eu.perron.imports;

import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.perron.imports.Amendment.State;
import eu.perron.orders.Orders;
import eu.perron.orders.VatScheme;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clerk asks, the simulated office decides, and what is owed follows. */
class AmendmentTest extends AtLiege {
  private static final Duration WHILE = Duration.ofSeconds(30);
  @Autowired private Imports imports;
  @Autowired private ImportDeclarations declarations;
  @Autowired private Corrections corrections;
  @Autowired private ImportLodging lodging;
  @Autowired private Amendments amendments;
  @Autowired private Orders orders;

  @Test
  void whatCustomsAgreesToIsOwedAndTheOrderStaysAsItsSellerWroteIt() {
    String order = awaitingDocuments(4071);
    BigDecimal before = inForce(order).payable();

    amendments.ask(order, 1, "610990", new BigDecimal("40.00"), "It is of viscose", "clerk");

    awaitDecision(order, State.ACCEPTED);
    assertThat(inForce(order).payable()).isGreaterThan(before);
    assertThat(
            corrections
                .applied(orders.get(order), declarations.inForce(order).orElseThrow())
                .goodsValue())
        .isEqualByComparingTo("40.00");
    assertThat(orders.get(order).goodsValue()).isEqualByComparingTo("5.00");
    assertThat(amendments.mayBeAsked(order)).as("again, if need be").isTrue();
  }

  @Test
  void aRefusalIsToldWithItsReasonAndChangesNothing() {
    String order = awaitingDocuments(4072);
    BigDecimal before = inForce(order).payable();

    amendments.ask(order, 1, null, new BigDecimal("4.00"), "cheaper, lot BE405", "clerk");

    awaitDecision(order, State.REFUSED);
    assertThat(amendments.of(order).get(0).answer()).isEqualTo("The particulars are as declared");
    assertThat(inForce(order).payable()).isEqualByComparingTo(before);
  }

  @Test
  void whatCannotBeAmendedSaysWhy() {
    String order = awaitingDocuments(4073);

    refuses(order, 2, "610990", null, "why", "has 1 goods items; 2 is none");
    refuses(order, 1, " ", null, "why", "the commodity code, the price, or both");
    refuses(order, 1, "61099", null, "why", "6, 8 or 10 digits");
    refuses(order, 1, null, new BigDecimal("0.00"), "why", "above 0");
    refuses(order, 1, "610990", null, " ", "wants to know why");
    refuses(order, 1, null, new BigDecimal("150.01"), "dearer", "need an H1: no H7 becomes one");
    amendments.ask(order, 1, "610990", null, "viscose", "clerk");
    awaitDecision(order, State.ACCEPTED);

    imports.lodgeDocuments(order, "INV-17.pdf", null);
    await().atMost(WHILE).until(() -> imports.isReleased(order));
    refuses(order, 1, "610910", null, "cotton after all", "this one is RELEASED");
    assertThat(amendments.mayBeAsked(order)).isFalse();
  }

  private void refuses(
      String order, int item, String hsCode, BigDecimal price, String reason, String why) {
    assertThatThrownBy(() -> amendments.ask(order, item, hsCode, price, reason, "clerk"))
        .isInstanceOf(UnacceptableAmendment.class)
        .hasMessageContaining(why);
  }

  private String awaitingDocuments(int serial) {
    String order =
        arrived(
            anOrder().under(VatScheme.STANDARD).of(1, "shirt lot BEDOC", "610910", "5.00"), serial);
    lodging.declare(order, "H7", "F53");
    await()
        .atMost(WHILE)
        .until(() -> inForce(order).state() == DeclarationState.DOCUMENTS_REQUESTED);
    return order;
  }

  private void awaitDecision(String order, State state) {
    await()
        .atMost(WHILE)
        .untilAsserted(
            () ->
                assertThat(amendments.of(order))
                    .extracting(Amendment::state)
                    .containsExactly(state));
  }

  private DeclarationRecord inForce(String order) {
    return imports.declarations(order).get(0);
  }
}
