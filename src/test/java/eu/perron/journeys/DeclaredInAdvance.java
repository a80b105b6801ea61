package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.Visitor;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has departed is declared while it flies, and cleared by its presentation. */
abstract class DeclaredInAdvance extends Journey {
  private static final String DONE = "\ndeclareInAdvance,yes,";
  private static final String NOT_DONE = "\ndeclareInAdvance,no,";
  @Autowired private PerronSettings settings;
  @Autowired private PartnerSwitch switches;
  private HeldPost post;

  @BeforeEach
  void flightsDepartAndDoNotLand() throws IOException {
    practice(NOT_DONE, DONE);
    post = new HeldPost(jdbc);
    post.hold("airline", "ARR/");
  }

  @AfterEach
  void asBefore() throws IOException {
    switches.declareUp(Partner.BELGIAN_CUSTOMS, "operator");
    post.letGo("airline");
    post.letGo("belgian-customs");
    practice(DONE, NOT_DONE);
  }

  private void practice(String before, String now) throws IOException {
    Path table = settings.processesDir().resolve("reference/import-practice.csv");
    Files.writeString(table, Files.readString(table).replace(before, now));
  }

  @Test
  void itIsRegisteredWhileItFliesAndReleasedWhenItIsPresented() throws Exception {
    String order = departed("");
    registered(order);
    assertThat(operations(order)).containsExactly("declaration");
    String flight = consignmentOf(order);
    assertThat(cleared(flight)).isEqualTo("1");

    post.letGo("airline");

    ends(order, "DELIVERED");
    assertThat(operations(order)).containsExactly("declaration", "presentation");
    assertThat(states(order)).containsExactly("RELEASED");
    assertThat(path(order))
        .containsSubsequence(
            "air-freight:DeclareInAdvance",
            "air-freight:Presented",
            "import-be:Declare",
            "import-be:WaitForRelease",
            "import-be:Released");
  }

  @Test
  void goodsThatAreThereBeforeTheyAreRegisteredArePresentedAsSoonAsTheyAre() {
    String order = placedWithRegistrationHeld();
    post.letGo("airline");
    waits(order, "WaitForAcceptance");
    assertThat(operations(order)).containsExactly("declaration");

    post.letGo("belgian-customs");

    ends(order, "DELIVERED");
    assertThat(operations(order)).containsExactly("declaration", "presentation");
  }

  private String placedWithRegistrationHeld() {
    noFlightIsOpen();
    String order = placed("");
    post.hold("belgian-customs", order, "IE426");
    patiently("customs registered it").until(() -> !post.held("belgian-customs", order).isEmpty());
    return order;
  }

  @Test
  void whatCustomsRefusesIsCorrectedInTheAir() {
    String order = departed("lot BE416");

    decides(
        order,
        at(
            "CorrectInAdvance",
            "decision",
            "SEND_AGAIN",
            "description",
            "necklace of base metal",
            "hsCode",
            "711719"));
    registered(order);
    post.letGo("airline");

    ends(order, "DELIVERED");
    assertThat(path(order)).contains("air-freight:DeclareAgainInAdvance");
    assertThat(path(order)).doesNotContain("import-be:CorrectDeclaration");
    assertThat(operations(order)).containsExactly("declaration", "declaration", "presentation");
  }

  @Test
  void whatNobodyCorrectsInTheAirIsCorrectedWhenItIsThere() {
    String order = departed("lot BE416");
    asks(order, "CorrectInAdvance");

    post.letGo("airline");

    decides(
        order,
        at(
            "CorrectDeclaration",
            "decision",
            "SEND_AGAIN",
            "description",
            "necklace of base metal",
            "hsCode",
            "711719"));
    ends(order, "DELIVERED");
    assertThat(task(order, "CorrectInAdvance")).isEmpty();
  }

  @Test
  void whatIsLostBeforeItIsPresentedIsInvalidated() {
    String order = departed("lot AIRMSCA");
    registered(order);
    post.letGo("airline");

    decides(order, at("TraceParcel", "decision", "LOST"));

    ends(order, "LOST");
    assertThat(operations(order)).containsExactly("declaration", "invalidation");
    patiently("customs forgets it").until(() -> states(order).contains("INVALIDATED"));
  }

  @Test
  void whatIsRegisteredIsPresentedOnPaperWhileCustomsIsDown() throws Exception {
    String order = departed("");
    registered(order);
    switches.declareDown(Partner.BELGIAN_CUSTOMS, "operator", "Their system is down");
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    post.letGo("airline");
    patiently("its presentation waits").until(() -> clerk.read("/desk/outage").contains(order));

    clerk.submit("/desk/outage", "/desk/outage/lodge", Map.of("order", order));

    asks(order, "LodgeOnPaper");
    String mrn = mrn(order);
    assertThat(clerk.read("/desk/paper/" + order)).contains("Presents the goods", mrn);
    decides(
        order,
        at(
            "LodgeOnPaper",
            "decision",
            "RELEASED",
            "office",
            "Liège Airport",
            "lodgedAt",
            clock.instant().minusSeconds(60).toString(),
            "number",
            "LGG-17"));
    ends(order, "DELIVERED");
    switches.declareUp(Partner.BELGIAN_CUSTOMS, "operator");
    assertThat(mrn(order)).as("that of its registration").isEqualTo(mrn);
    assertThat(states(order)).containsExactly("RELEASED");
    assertThat(
            jdbc.sql(
                    "SELECT operation FROM exchange_letter WHERE about = :order AND partner ="
                        + " 'belgian-customs' AND withdrawn_at IS NOT NULL")
                .param("order", order)
                .query(String.class)
                .list())
        .containsExactly("presentation");
  }

  private String mrn(String order) {
    return view(order).path("declarations").findParents("direction").stream()
        .filter(one -> one.path("direction").asText().equals("IMPORT"))
        .map(one -> one.path("mrn").asText())
        .findFirst()
        .orElseThrow();
  }

  private String departed(String lots) {
    noFlightIsOpen();
    return placed(lots);
  }

  private void registered(String order) {
    patiently(order + " is registered in advance")
        .until(() -> states(order).contains("REGISTERED"));
  }

  private List<String> states(String order) {
    return StreamSupport.stream(view(order).path("declarations").spliterator(), false)
        .filter(one -> one.path("direction").asText().equals("IMPORT"))
        .map(one -> one.path("state").asText())
        .toList();
  }

  private String cleared(String flight) throws Exception {
    String page = new Visitor(this::url).loggedInAs("clerk").read("/desk/flights/" + flight);
    int label = page.indexOf("Cleared before landing");
    String figure = page.substring(0, label);
    figure = figure.substring(figure.lastIndexOf("stat-number\">") + "stat-number\">".length());
    return figure.substring(0, figure.indexOf('<'));
  }

  /** What was sent to Belgian customs about it, in order. */
  private List<String> operations(String order) {
    return jdbc.sql(
            "SELECT operation FROM exchange_letter WHERE partner = 'belgian-customs' AND about ="
                + " :order ORDER BY id")
        .param("order", order)
        .query(String.class)
        .list();
  }
}
