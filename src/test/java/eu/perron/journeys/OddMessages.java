package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.AnOrder;
import eu.perron.Visitor;
import eu.perron.journeys.HeldPost.Letter;
import eu.perron.trade.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Partners who write a wrong number, and the operator who knows which order they mean. */
abstract class OddMessages extends Journey {
  private static final String OPERATIONS = "/operations";
  private HeldPost post;
  private Visitor operator;

  @BeforeAll
  void holdThePost() {
    post = new HeldPost(jdbc);
    operator = new Visitor(this::url).loggedInAs("operator");
  }

  @AfterEach
  void nothingIsHeld() {
    post.letGo();
  }

  @Test
  void customsNamesAWrongLrnAndTheOrderIsReleasedAllTheSame() {
    post.hold("belgian-customs");
    String order = placed("");
    waits(order, "WaitForAcceptance");
    String lrn = order + "H701";
    String wrong = "PERRON" + Ids.next().substring(24);
    patiently("customs told all").until(() -> post.held("belgian-customs", order).size() == 2);
    Letter accepted = post.take("belgian-customs", Set.of("<IE428")).get(0);
    Letter released = post.take("belgian-customs", Set.of("<IE429")).get(0);

    delivered(accepted, lrn, wrong);
    String arrival = unmatched(wrong);
    assertThat(operator.read(OPERATIONS)).contains("/operations/arrivals/" + arrival);
    String page = OPERATIONS + "/arrivals/" + arrival;
    assertThat(operator.read(page + "?q=" + order))
        .contains(wrong, lrn, "Lotte Claeys")
        .contains("name=\"number\" value=\"" + order + "\"");
    matched(arrival, order, "true", "the declarant telephoned");

    waits(order, "WaitForRelease");
    assertThat(operator.read(page)).contains("the declarant telephoned", "operator", order);
    // The same wrong name again needs nobody any more.
    delivered(released, lrn, wrong);
    ends(order, "DELIVERED");
    assertThat(stateOf(wrong)).containsOnly("APPLIED " + order);
    assertThat(operator.read(OPERATIONS + "/messages?q=" + wrong)).contains("IE428", "IE429");
  }

  @Test
  void aCarriersMistypedNumberIsGivenToTheParcelItMeans() {
    String order = placed("");
    ends(order, "DELIVERED");
    String wrong = "3232" + Ids.next().replaceAll("\\D", "").substring(0, 8);
    told("bpost", "tracking", event(wrong, "B05"));
    String arrival = unmatched(wrong);
    assertThat(timeline(order)).doesNotContain("DAMAGED");

    assertThat(
            operator
                .submit(
                    OPERATIONS,
                    OPERATIONS + "/arrivals/" + arrival + "/match",
                    Map.of("number", order, "reason", " "))
                .body())
        .contains("A reason is needed.");
    matched(arrival, order, "false", "read from the photograph of the label");

    patiently("it is on the timeline").until(() -> timeline(order).contains("DAMAGED"));
    assertThat(stateOf(wrong)).containsExactly("APPLIED " + order);
    told("bpost", "tracking", event(wrong, "T00"));
    patiently("the next one finds nobody").until(() -> stateOf(wrong).contains("NEW -"));
  }

  @Test
  void anAirlinesMistypedWaybillIsGivenToTheFlightOfAnOrder() {
    String order = placed("");
    ends(order, "DELIVERED");
    String flight = consignmentOf(order);
    String awb = view(order).at("/consignment/awb").asText();
    String wrong = "756-99999992";
    told(
        "airline",
        "fsu",
        "QK HGHPRXH\r\n.HGHFM3V 221430\r\nFSU/14\r\n%sHGHLGG/T1\r\nNFD/22NOV1830/LGG/T1\r\n"
            .formatted(wrong));
    String arrival = unmatched(wrong);

    assertThat(operator.read(OPERATIONS + "/arrivals/" + arrival + "?q=" + order))
        .contains(awb, "value=\"" + order + "\"");
    matched(arrival, order, "false", "the handling agent's list has the same flight");

    patiently("it is applied").until(() -> stateOf(wrong).contains("APPLIED " + flight));
  }

  @Test
  void whatCannotBeThatOrderIsSaid() {
    post.hold("belgian-customs");
    String order = placed(AnOrder.anOrder().with("/lines/0/description", "gift"));
    asks(order, "ReviewOrder");
    String wrong = "PERRON" + Ids.next().substring(24);
    told("bpost", "tracking", event(wrong.replace("-", ""), "T00"));
    String arrival = unmatched(wrong);
    String page = OPERATIONS + "/arrivals/" + arrival;

    assertThat(operator.read(page + "?q=" + order))
        .contains("No parcel of " + order + " that bpost carries has a number of its own yet")
        .doesNotContain("name=\"number\"");
    assertThat(operator.read(page + "?q=P00000000000")).contains("P00000000000");
    operator.submit(
        OPERATIONS, page + "/match", Map.of("number", order, "reason", "it must be this one"));
    assertThat(stateOf(wrong)).containsExactly("UNMATCHED -");
    decides(order, at("ReviewOrder", "decision", "REFUSED", "note", "Not said what it is"));
  }

  private void matched(String arrival, String order, String always, String why) {
    HttpResponse<String> answer =
        operator.submit(
            OPERATIONS,
            OPERATIONS + "/arrivals/" + arrival + "/match",
            Map.of("number", order, "always", always, "reason", why));
    assertThat(answer.body()).contains("It is applied as you said.");
  }

  /** The time is over in which it might still find its order. */
  private String unmatched(String about) {
    patiently("it is tried").until(() -> stateOf(about).contains("NEW -"));
    jdbc.sql(
            "UPDATE exchange_arrival SET created_at = created_at - INTERVAL 1 HOUR, due_at = created_at "
                + "WHERE about = :about AND state = 'NEW'")
        .param("about", about)
        .update();
    patiently("it is unmatched").until(() -> stateOf(about).contains("UNMATCHED -"));
    return jdbc.sql("SELECT id FROM exchange_arrival WHERE about = :about")
        .param("about", about)
        .query(String.class)
        .single();
  }

  private List<String> stateOf(String about) {
    return jdbc.sql(
            "SELECT CONCAT(state, ' ', COALESCE(order_number, '-')) FROM exchange_arrival WHERE about = :about")
        .param("about", about)
        .query(String.class)
        .list();
  }

  private String event(String barcode, String code) {
    return "{\"itemCode\":\"%s\",\"stateCode\":\"%s\",\"time\":\"%s\",\"place\":\"LIEGE\"}"
        .formatted(
            barcode,
            code,
            clock.instant().minus(Duration.ofMinutes(5)).atOffset(java.time.ZoneOffset.UTC));
  }

  private void delivered(Letter letter, String right, String wrong) {
    told(
        letter.partner(),
        letter.operation(),
        new String(letter.body(), StandardCharsets.UTF_8).replace(right, wrong));
  }

  private void told(String partner, String operation, String body) {
    Answer answer =
        send(
            asNobody("/connect/" + partner + "/" + operation)
                .header("Content-Type", "application/octet-stream")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                (partner + ":" + PARTNER_PASSWORD)
                                    .getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.status() / 100).as(answer.text()).isEqualTo(2);
  }
}
