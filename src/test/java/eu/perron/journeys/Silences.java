package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.connectors.Routes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * No answer is an answer, too: when the time that the model grants is over, a clerk is asked; and
 * if it comes after all, the task is withdrawn and the order goes on by itself.
 */
abstract class Silences extends Journey {
  private static final Duration LONGEST_PATIENCE = Duration.ofDays(22);
  private static final Duration LONGEST_PAUSE_BETWEEN_TRIES = Duration.ofMinutes(10);

  @Autowired private Routes routes;
  private HeldPost post;

  @BeforeAll
  void holdThePost() {
    post = new HeldPost(jdbc);
  }

  @AfterEach
  void everybodySpeaks() {
    post.letGo();
    routes.open("bpost.simulator.orders");
    routes.open("bpost.tracking-poll");
  }

  @Test
  void everyPartnersSilenceAsksAClerkAndALateAnswerWithdrawsTheTask() {
    routes.close("bpost.tracking-poll");
    Map<String, String> silent = new LinkedHashMap<>();
    post.hold("bpost", "\"U03\"");
    String unaccepted = placed("");
    post.hold("belgian-customs", unaccepted);
    String unreleased = placed("");
    post.hold("belgian-customs", unreleased, "IE429");
    String inspected = placed("lot BEINSP");
    post.hold("belgian-customs", inspected, "IE429");
    String undelivered = placed("lot BPPICKUP");
    decides(inspected, at("AttendInspection", "place", "Door 4"));
    silent.put(unaccepted, "ChaseCustoms");
    silent.put(unreleased, "HandleSelected");
    silent.put(inspected, "ChaseInspection");
    silent.put(undelivered, "ChaseDelivery");
    waits(unaccepted, "WaitForAcceptance");
    waits(unreleased, "WaitForRelease");
    waits(inspected, "WaitForInspectionResult");
    waits(undelivered, "WaitForDelivery");
    routes.close("bpost.simulator.orders");
    String unlabelled = placed("");
    silent.put(unlabelled, "ChaseCarrier");
    waits(unlabelled, "WaitForLabel");
    post.hold("china-customs", "returnStatus>800");
    String uninspected = placed("lot CEB500");
    silent.put(uninspected, "ChaseExportCustoms");
    waits(uninspected, "WaitForInspection");
    String undeclared = placed("");
    silent.put(undeclared, "ChaseExportCustoms");
    waits(undeclared, "WaitForCustoms");
    post.hold("china-customs", "CEB404Message");
    String undocumented = placed("");
    silent.put(undocumented, "MendDocuments");
    waits(undocumented, "WaitForDocuments");

    clock.pass(LONGEST_PATIENCE);

    silent.forEach(this::asks);
    assertThat(view(undeclared).at("/status").asText()).isEqualTo("WAITING_FOR_CLERK");
    everybodySpeaks();
    clock.pass(LONGEST_PAUSE_BETWEEN_TRIES);
    silent.keySet().forEach(order -> ends(order, "DELIVERED"));
    silent.forEach(
        (order, task) ->
            assertThat(decidedBy(order)).as(order + " " + task).containsOnly("perron"));
  }

  @Test
  void aFlightNobodySpeaksOfIsAskedAfterAtEveryStep() {
    noFlightIsOpen();
    post.hold("ics2");
    post.hold("airline", "FSU/14");
    String order = placed("");
    String givenUp = placed("");
    String flight = consignmentOf(order);
    assertThat(consignmentOf(givenUp)).isEqualTo(flight);
    isSilent(flight, "WaitForSecurity", Duration.ofHours(12), "ChaseSecurity");
    post.letGo("ics2");
    waits(flight, "WaitForBooking");
    patiently("the airline has told all").until(() -> post.held("airline", "NFD/").size() == 1);
    isSilent(flight, "WaitForBooking", Duration.ofHours(4), "ArrangeFlight");
    post.letGo("airline", "BKD/");
    isSilent(flight, "WaitForDeparture", Duration.ofDays(2), "ChaseDeparture");
    post.hold("ics2");
    post.letGo("airline", "DEP/");
    isSilent(flight, "WaitForCompletion", Duration.ofHours(2), "ChaseCompletion");
    post.letGo("ics2");
    isSilent(flight, "WaitForLanding", Duration.ofDays(2), "ChaseLanding");
    post.letGo("airline", "ARR/");
    isSilent(flight, "WaitForBreakDown", Duration.ofHours(24), "ChaseBreakDown");
    asks(order, "ChaseFlight");
    decides(givenUp, at("ChaseFlight", "decision", "LOST"));

    post.letGo();

    ends(order, "DELIVERED");
    ends(givenUp, "LOST");
    assertThat(path(flight)).contains("consignment:Present");
    assertThat(decidedBy(flight)).containsOnly("perron");
  }

  @Test
  void aFlightThatDoesNotCloseIsClosedByAClerkOrByItsCutOff() {
    noFlightIsOpen();
    post.holdFlights();
    String closed = placed("");
    String byClerk = consignmentOf(closed);
    isSilent(byClerk, "WaitForCutOff", Duration.ofDays(2), "DecideClosing");
    decides(byClerk, at("DecideClosing", "decision", "CLOSE"));
    ends(closed, "DELIVERED");

    String waited = placed("");
    String byCutOff = consignmentOf(waited);
    isSilent(byCutOff, "WaitForCutOff", Duration.ofDays(2), "DecideClosing");
    clock.pass(Duration.ofDays(1));
    ends(waited, "DELIVERED");
    assertThat(decidedBy(byCutOff)).containsOnly("perron");
  }

  @Test
  void clerksDecideWhatBecomesOfThoseWhoseAnswerNeverComes() {
    noFlightIsOpen();
    String selected = placed("lot BENONE");
    String unheard = placed("lot BENONE");
    waits(selected, "WaitForRelease");
    waits(unheard, "WaitForRelease");
    String unassessed = placed("lot ENSNONE");
    String flight = consignmentOf(unassessed);
    waits(flight, "WaitForSecurity");
    String onPaper = placed("lot CEBNONE");
    String givenUp = placed("lot CEBNONE");
    waits(onPaper, "WaitForCustoms");
    waits(givenUp, "WaitForCustoms");

    clock.pass(Duration.ofHours(25));
    decides(onPaper, at("ChaseExportCustoms", "decision", "WAIT_ON"));
    decides(givenUp, at("ChaseExportCustoms", "decision", "GIVE_UP"));
    decides(selected, at("HandleSelected", "decision", "RELEASED_ON_PAPER"));
    decides(unheard, at("HandleSelected", "decision", "INSPECTION"));
    decides(unheard, at("AttendInspection", "place", "Door 4"));
    decides(flight, at("ChaseSecurity", "decision", "PULL_OPEN"));
    decides(unassessed, at("HandleDoNotLoad", "decision", "RETURN_TO_SELLER"));
    waits(onPaper, "WaitForCustoms");
    waits(unheard, "WaitForInspectionResult");

    clock.pass(Duration.ofDays(4));
    decides(onPaper, at("ChaseExportCustoms", "decision", "RELEASED_ON_PAPER"));
    decides(unheard, at("ChaseInspection", "decision", "GIVE_UP"));
    decides(unheard, at("DecideReturn", "decision", "RETURN_TO_SELLER"));

    ends(onPaper, "DELIVERED");
    ends(givenUp, "REFUSED");
    ends(selected, "DELIVERED");
    ends(unheard, "RETURNED");
    ends(unassessed, "REFUSED");
    passes(flight, "consignment:NothingFlew");
  }

  @Test
  void aReturnThatDoesNotComeBackIsAClerksToDecide() {
    routes.close("bpost.tracking-poll");
    post.hold("bpost", "RETURN_TO_SENDER");
    post.hold("bpost", "BTS_DELIVERED");
    String order = placed("lot BPREFUSE");
    waits(order, "WaitForReturn");

    clock.pass(Duration.ofDays(21));
    decides(order, at("DecideReturn", "decision", "WAIT_ON"));
    waits(order, "WaitForReturn");
    post.letGo();

    decides(order, at("DecideReturn", "decision", "RETURN_TO_SELLER"));
    ends(order, "RETURNED");
  }

  @Test
  void aCarrierThatSaysNothingIsAsked() {
    post.hold("bpost");
    String order = placed("");
    waits(order, "WaitForDelivery");

    clock.pass(Duration.ofHours(13));

    ends(order, "DELIVERED");
    assertThat(path(order)).doesNotContain("last-mile:ChaseDelivery");
  }

  private void isSilent(String key, String wait, Duration patience, String task) {
    waits(key, wait);
    clock.pass(patience);
    asks(key, task);
  }

  /** Who completed tasks: a clerk, or the house itself. */
  private List<String> decidedBy(String key) {
    return jdbc.sql(
            "SELECT who FROM flow_journal WHERE business_key = :key AND who IS NOT NULL "
                + "AND path NOT LIKE 'import-be:RecordAttendance%'")
        .param("key", key)
        .query(String.class)
        .list();
  }
}
