package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.AnOrder;
import eu.perron.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A seller changes their mind: until the airline has the waybill that is possible, and never later.
 */
abstract class Cancellations extends Journey {
  private HeldPost post;

  @BeforeAll
  void holdThePost() {
    post = new HeldPost(jdbc);
  }

  @AfterEach
  void nothingIsHeld() {
    post.letGo();
  }

  @Test
  void heldByScreeningItEndsAtOnce() {
    String order = placed(AnOrder.anOrder().with("/lines/0/description", "gift"));
    asks(order, "ReviewOrder");

    assertThat(cancelled(order).status()).isEqualTo(202);

    ends(order, "CANCELLED");
    assertThat(path(order))
        .contains("fulfilment:Withdraw", "fulfilment:CancelledEnd")
        .doesNotContain("fulfilment:UndoDeclarations");
    assertThat(timeline(order)).contains("CANCELLED");
    assertThat(cancelled(order).status()).as("asked twice").isEqualTo(202);
  }

  @Test
  void withItsExportListReturnedNothingIsToBeUndone() {
    String order = placed("lot CEB100");
    asks(order, "CorrectExportList");

    assertThat(cancelled(order).status()).isEqualTo(202);

    ends(order, "CANCELLED");
    assertThat(path(order)).doesNotContain("fulfilment:UndoDeclarations");
  }

  @Test
  void declaredForExportItIsUndoneByAPerson() {
    String order = placed("lot CEBNONE");
    waits(order, "WaitForCustoms");
    isSent(order);
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    assertThat(clerk.read("/desk/orders/" + order))
        .contains("This is undone:", "Export declaration", "a clerk sees to it at the office");

    assertThat(cancelled(order).status()).isEqualTo(202);

    asks(order, "UndoDeclarations");
    assertThat(clerk.read("/desk/tasks/" + task(order, "UndoDeclarations").orElseThrow()))
        .contains("What must be undone", "Export declaration");
    assertThat(view(order).at("/openTask/desk").asText()).isEqualTo("customs-desk");
    decides(order, at("UndoDeclarations", "decision", "DONE"));
    ends(order, "CANCELLED");
  }

  @Test
  void askedByAdvanceSecurityItsFilingIsForgottenToo() {
    noFlightIsOpen();
    String order = placed("lot ENSRFI");
    asks(order, "AnswerSecurity");

    assertThat(cancelled(order).status()).isEqualTo(202);

    decides(order, at("UndoDeclarations", "decision", "DONE"));
    ends(order, "CANCELLED");
    patiently("the filing is forgotten")
        .until(
            () ->
                jdbc.sql("SELECT security FROM freight_house WHERE order_number = :order")
                    .param("order", order)
                    .query(String.class)
                    .single(),
            "INVALIDATED"::equals);
  }

  @Test
  void readyToFlyItIsTakenOffAndTheOthersFly() {
    noFlightIsOpen();
    post.hold("ics2");
    String stays = placed("");
    String flies = placed("");
    String consignment = consignmentOf(stays);
    waits(consignment, "WaitForSecurity");

    assertThat(cancelled(stays).status()).isEqualTo(202);

    decides(stays, at("UndoDeclarations", "decision", "DONE"));
    ends(stays, "CANCELLED");
    post.letGo();
    ends(flies, "DELIVERED");
    assertThat(timeline(stays)).doesNotContain("DEP");
  }

  @Test
  void onceTheAirlineHasItNobodyCancelsIt() {
    String order = placed("");
    post.hold("belgian-customs", order, "IE429");
    waits(order, "WaitForRelease");

    Answer refused = cancelled(order);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("reason").asText()).isEqualTo("with-the-airline");
    assertThat(refused.body().path("needed").asText()).isNotBlank();
    post.letGo();
    ends(order, "DELIVERED");
    assertThat(cancelled(order).body().path("reason").asText()).isEqualTo("ended");
  }

  private Answer cancelled(String order) {
    return post("/api/v1/orders/" + order + "/cancellation", "application/json", "");
  }

  private void isSent(String order) {
    patiently("the export list of " + order + " is sent")
        .until(
            () ->
                jdbc.sql(
                            "SELECT COUNT(*) FROM exchange_letter l JOIN exchange_message m ON m.id"
                                + " = l.message_id WHERE l.about = :order AND l.operation ="
                                + " 'export-list' AND m.state = 'SENT'")
                        .param("order", order)
                        .query(Integer.class)
                        .single()
                    == 1);
  }
}
