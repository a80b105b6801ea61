package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.AnOrder;
import eu.perron.sanctions.SanctionsLists;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sanctions list comes into force while orders of people it names are under way. */
abstract class ListedParties extends Journey {
  @Autowired private SanctionsLists lists;
  private InventedList list;
  private HeldPost post;

  @BeforeAll
  void theListAsItWas() {
    list = new InventedList(lists);
    post = new HeldPost(jdbc);
  }

  @AfterEach
  void nothingIsHeld() {
    post.letGo();
  }

  @AfterAll
  void theListIsAsItWas() {
    list.isTakenBack();
  }

  private static AnOrder to(String name, String lots) {
    return anOrder(lots).with("/consignee/name", name);
  }

  @Test
  void itStaysAtTheHubUntilAClerkFindsThatItIsSomebodyElse() {
    String order = placed(to("Ottavio Brambillozzi", "lot BEDOC"));
    asks(order, "SendDocuments");

    list.names("Ottavio Brambillozzi");

    asks(order, "DecideParty");
    decides(order, at("SendDocuments", "documentReference", "INV-17.pdf", "note", "invoice"));
    waits(order, "WaitForClearing");
    decides(order, at("DecideParty", "decision", "TRAVELS", "note", "born in 1990"));
    ends(order, "DELIVERED");
    assertThat(path(order)).contains("listed-party:GoesOn");
    String next = placed(to("Ottavio Brambillozzi", ""));
    passes(next, "fulfilment:ExportClearance");
    assertThat(path(next)).doesNotContain("fulfilment:ReviewOrder");
  }

  @Test
  void whatCanStillBeStoppedIsStopped() {
    String order = placed(to("Amadeo Scarpantonio", "lot CEBNONE"));
    waits(order, "WaitForCustoms");

    list.names("Amadeo Scarpantonio");
    decides(order, at("DecideParty", "decision", "REFUSED", "note", "the listed one"));

    patiently("it ends")
        .until(
            () ->
                decidesIfAsked(order, at("UndoDeclarations", "decision", "DONE"))
                    || status(order).equals("CANCELLED"));
    ends(order, "CANCELLED");
    assertThat(path(order)).contains("listed-party:Stopped");
  }

  @Test
  void whatNobodyCanStopDoesNotLeaveTheHub() {
    String order = placed(to("Wiremu Stonegroove", ""));
    post.hold("belgian-customs", order, "IE429");
    waits(order, "WaitForRelease");

    list.names("Wiremu Stonegrove");
    decides(order, at("DecideParty", "decision", "REFUSED", "note", "in doubt"));

    passes(order, "listed-party:KeptAtHub");
    post.letGo();
    waits(order, "WaitForClearing");
    assertThat(timeline(order)).contains("RELEASED").doesNotContain("HANDED_TO_CARRIER");
  }

  @Test
  void aReviewThatANewListDoesNotTouchIsLeftAlone() {
    String order = placed(to("Leocadie Morgenstrahl", "").with("/lines/0/description", "gift"));
    asks(order, "ReviewOrder");
    String task = task(order, "ReviewOrder").orElseThrow();

    list.names("Somebody Elsewhere");

    patiently("all is compared")
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM flow_rescreening WHERE ended_at IS NULL")
                        .query(Integer.class)
                        .single()
                    == 0);
    assertThat(task(order, "ReviewOrder")).contains(task);
  }

  @Test
  void whoWaitsForAReviewIsScreenedAnew() {
    String order = placed(to("Kasimira Lindenwurzel", "").with("/lines/0/description", "gift"));
    asks(order, "ReviewOrder");

    list.names("Kasimira Lindenwurzel");

    ends(order, "REFUSED");
  }
}
