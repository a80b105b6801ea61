package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.Visitor;
import eu.perron.house.PerronSettings;
import eu.perron.trade.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What befalls a flight befalls all aboard, so each flies alone. */
abstract class TroubledFlights extends Journey {
  @Autowired private PerronSettings settings;

  @Test
  void offloadedItFliesOnTheFlightItIsRebookedTo() {
    String order = fliesAlone("lot AIROFLD");
    String consignment = consignmentOf(order);

    decides(consignment, at("RebookFlight", "flight", "3V0903", "flightDate", tomorrow()));

    ends(order, "DELIVERED");
    assertThat(path(consignment)).contains("consignment:Rebook", "consignment:Present");
    assertThat(view(order).at("/consignment/flight").asText()).isEqualTo("3V0903");
  }

  @Test
  void aRefusedWaybillIsHandedOverAgain() {
    String order = fliesAlone("lot AIRFNA");
    String consignment = consignmentOf(order);

    decides(
        consignment,
        at(
            "ArrangeFlight",
            "decision",
            "SEND_AGAIN",
            "flight",
            "3V0903",
            "flightDate",
            tomorrow()));

    ends(order, "DELIVERED");
    assertThat(path(consignment))
        .containsSubsequence(
            "consignment:ArrangeFlight",
            "consignment:Rebook",
            "consignment:WaitForBooking",
            "consignment:FileWaybillList");
  }

  @Test
  void aFlightThatNobodyMayBoardDoesNotFly() {
    String order = fliesAlone("lot ENSDNL");

    decides(order, at("HandleDoNotLoad", "decision", "DESTROY"));

    ends(order, "REFUSED");
    passes(consignmentOf(order), "consignment:NothingFlew");
  }

  @Test
  void aFilingIsAmendedOnTheOrdersPageWhileItsFlightWaits() {
    noFlightIsOpen();
    String asked = placed("lot ENSRFI");
    String wrong = placed("");
    assertThat(consignmentOf(wrong)).isEqualTo(consignmentOf(asked));
    asks(asked, "AnswerSecurity");
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String page = "/desk/orders/" + wrong;
    patiently("it is assessed").until(() -> clerk.read(page).contains("ASSESSED"));

    Map<String, String> form = new HashMap<>();
    for (String role : List.of("consignor", "consignee")) {
      form.put(role + "Name", "Maison de la " + role);
      form.put(role + "Street", "Rue 1");
      form.put(role + "City", "Ville");
      form.put(role + "Postcode", "1000");
    }
    form.putAll(
        Map.of("goods", "glass dishes; lot ENSLATE", "hsCodes", "701349", "weight", "0,64"));
    clerk.submit(page, page + "/entry-summary", form);
    patiently("it is refused")
        .until(() -> clerk.read(page).contains("about to be examined: no amendment now"));
    form.put("goods", "glass dishes for soap");
    clerk.submit(page, page + "/entry-summary", form);

    patiently("it is assessed anew")
        .until(
            () -> clerk.read(page).contains("accepted") && clerk.read(page).contains("ASSESSED"));
    assertThat(clerk.read(page)).contains("glass dishes for soap", "Maison de la consignee");
    decides(asked, at("AnswerSecurity", "answer", "soap"));
    ends(asked, "DELIVERED");
    ends(wrong, "DELIVERED");
  }

  @Test
  void whatCustomsDoesNotTakeIntoStorageIsLodgedAgain() {
    HeldPost post = new HeldPost(jdbc);
    post.hold("belgian-customs", "IE429");
    String order = fliesAlone("lot BETS");
    String consignment = consignmentOf(order);

    decides(consignment, at("MendStorage", "decision", "SEND_AGAIN"));

    passes(consignment, "consignment:PresentAgain");
    post.letGo();
    ends(order, "DELIVERED");
    passes(consignment, "consignment:OutOfStorage");
    assertThat(path(consignment))
        .containsSubsequence("consignment:Present", "consignment:PresentAgain");
    assertThat(new Visitor(this::url).loggedInAs("clerk").read("/desk/consignments/" + consignment))
        .contains("TS" + consignment + "00101", "no room for this flight")
        .contains("TS" + consignment + "00102", "registered");
  }

  @Test
  void whatIsTakenIntoStorageByOtherMeansIsSaidSoByAClerk() {
    String order = fliesAlone("lot BETS");
    String consignment = consignmentOf(order);
    asks(consignment, "MendStorage");
    ends(order, "DELIVERED");

    decides(consignment, at("MendStorage", "decision", "DONE"));

    passes(consignment, "consignment:OutOfStorage");
  }

  @Test
  void whatChinaCustomsGiveBackOfAFlightIsSentAgainAsAChange() throws IOException {
    String order = fliesAlone("");
    String consignment = consignmentOf(order);
    ends(order, "DELIVERED");
    stands("W" + consignment + "-1", "STORED");
    stands("D" + consignment + "-1", "STORED");

    returned("CEB608", "WCN2611220001-1", "W" + consignment + "-1");
    decides(consignment, at("SettleNotice", "decision", "SEND_AGAIN"));

    stands("W" + consignment + "-2", "STORED");
    assertThat(filings(consignment)).as("the departure was not sent again").hasSize(3);

    returned("CEB510", "DCN2611220001-1", "D" + consignment + "-1");
    decides(consignment, at("SettleNotice", "decision", "SETTLED"));
    passes(consignment, "returned-notice:SettledElsewhere");
    assertThat(filings(consignment)).hasSize(3);
  }

  private void returned(String receipt, String sampled, String copNo) throws IOException {
    String sample = Files.readString(Path.of("connectors/china-customs/samples", receipt + ".xml"));
    Path in = settings.connectFolder("china-customs").resolve("in");
    String name = receipt + "_returned-" + Ids.next() + ".xml";
    Files.writeString(
        in.resolve(name + ".part"), sample.replace(sampled, copNo).replace(">120<", ">100<"));
    Files.move(in.resolve(name + ".part"), in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> filings(String consignment) {
    return jdbc.sql("SELECT cop_no FROM export_waybill_list WHERE consignment_number = :number")
        .param("number", consignment)
        .query(String.class)
        .list();
  }

  private void stands(String copNo, String state) {
    patiently(copNo + " is " + state)
        .until(
            () ->
                jdbc.sql(
                            "SELECT COUNT(*) FROM export_waybill_list WHERE cop_no = :copNo AND"
                                + " state = :state")
                        .param("copNo", copNo)
                        .param("state", state)
                        .query(Integer.class)
                        .single()
                    == 1);
  }

  private String fliesAlone(String lots) {
    noFlightIsOpen();
    String order = placed(lots);
    consignmentOf(order);
    noFlightIsOpen();
    return order;
  }

  private String tomorrow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).toString();
  }
}
