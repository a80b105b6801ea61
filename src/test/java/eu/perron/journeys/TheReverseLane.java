package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.exchange.MessageLog;
import eu.perron.tracking.Numbers;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * From Wallonia to Hangzhou: through both customs, the air and a Chinese carrier. All roads are
 * under way at once; each test awaits one.
 */
abstract class TheReverseLane extends Roads {
  private static final String GOODS = "/lines/0/description";
  private static final String PLAIN = "pralines of milk chocolate, filled";
  private static final String ANOTHER_BUYER = "330106198808081023";

  @Autowired private Numbers numbers;
  @Autowired private MessageLog log;

  private static AnOrder pralines(String lots) {
    return AnOrder.toChina().with(GOODS, (PLAIN + " " + lots).strip());
  }

  private static Road road(String lots, String passes, String status, Decision... decisions) {
    return road(lots, pralines(lots), passes, status, decisions);
  }

  private final List<Road> roads =
      List.of(
          road("", "last-mile:Delivered", "DELIVERED"),
          road(
              "lot AE556",
              "export-be:DeclareAgain",
              "DELIVERED",
              at("CorrectExportDeclaration", "decision", "SEND_AGAIN", "description", PLAIN)),
          road(
              "lot AE556",
              "export-be:ExportRefused",
              "REFUSED",
              at("CorrectExportDeclaration", "decision", "GIVE_UP")),
          road(
              "an exporter without a number",
              AnOrder.toChina().without("/consignor/registration"),
              "export-be:DeclareAgain",
              "DELIVERED",
              at(
                  "CorrectExportDeclaration",
                  "decision",
                  "SEND_AGAIN",
                  "exporterEori",
                  "BE0123456749")),
          road(
              "lot AE560",
              "export-be:RecordControl",
              "DELIVERED",
              at("AttendControl", "note", "Invoice shown at the counter")),
          road(
              "lot AESTOP",
              "export-be:HandleNoRelease",
              "REFUSED",
              at("AttendControl", "note", "Goods shown in hall 2"),
              at("HandleNoRelease", "decision", "GIVE_UP")),
          road(
              "lot AE551",
              "export-be:RecordPaperRelease",
              "DELIVERED",
              at("HandleNoRelease", "decision", "RELEASED")),
          road(
              "goods on no list",
              AnOrder.toChina()
                  .with(GOODS, "kitchen bowl of silicone, red")
                  .with("/lines/0/hsCode", "392410"),
              "import-cn:ImportRefused",
              "RETURNED",
              at("DecideAdmission", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road(
              "a wrong identity number",
              AnOrder.toChina().with("/consignee/registration", "110105194912310021"),
              "import-cn:AdmissionDecision",
              "DELIVERED",
              at("DecideAdmission", "decision", "CHECK_AGAIN", "idNumber", "11010519491231002x")),
          road(
              "two pieces above 5,000 yuan",
              AnOrder.toChina().with("/lines/0/unitPrice", "400.00"),
              "import-cn:DecideAdmission",
              "RETURNED",
              at("DecideAdmission", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road(
              "one piece above 5,000 yuan",
              AnOrder.toChina().with("/lines/0/unitPrice", "700.00").with("/lines/0/quantity", 1),
              "import-cn:DecideAdmission",
              "DELIVERED",
              at("DecideAdmission", "decision", "FULL_TAX")),
          road(
              "lot CNDOC",
              "import-cn:RecordCorrection",
              "DELIVERED",
              at("CorrectRetailImport", "decision", "SEND_AGAIN", "description", PLAIN)),
          road(
              "lot CN100",
              "import-cn:RecordCorrection",
              "DELIVERED",
              at("CorrectRetailImport", "decision", "SEND_AGAIN", "description", PLAIN)),
          road(
              "lot CN100",
              "return:DestroyedAtHub",
              "DESTROYED",
              at("CorrectRetailImport", "decision", "GIVE_UP"),
              at("DecideReturn", "decision", "DESTROY")),
          road("lot CN500", "import-cn:Released", "DELIVERED"),
          road(
              "lot CN501",
              "import-cn:RecordPaperRelease",
              "DELIVERED",
              at("HandleDetained", "decision", "RELEASED")),
          road(
              "lot CN501",
              "import-cn:Seized",
              "SEIZED",
              at("HandleDetained", "decision", "SEIZED")),
          road(
              "lot CN501",
              "import-cn:ImportRefused",
              "RETURNED",
              at("HandleDetained", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road(
              "lot GTADDR",
              "last-mile:BookAgain",
              "DELIVERED",
              at("CorrectAddress", "decision", "BOOK_AGAIN", "street", "西湖区文三路 101 号")),
          road(
              "lot GTABSENT",
              "last-mile:AskNewAttempt",
              "DELIVERED",
              at("ArrangeDelivery", "decision", "NEW_ATTEMPT")),
          road(
              "lot GTABSENT",
              "last-mile:GoesBack",
              "RETURNED",
              at("ArrangeDelivery", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road("lot GTREFUSE", "return:ReturnedToSeller", "RETURNED", BACK_TO_THE_SELLER));

  @Override
  List<Road> roads() {
    return roads;
  }

  @Test
  void chocolateFromWalloniaIsDeclaredTaxedAndDeliveredInHangzhou() {
    String order = placed(AnOrder.toChina());

    ends(order, "DELIVERED");

    patiently("customs proves the exit")
        .untilAsserted(
            () -> assertThat(declared(order, "EXPORT").path("state").asText()).isEqualTo("EXITED"));
    assertThat(declared(order, "EXPORT").path("kind").asText()).isEqualTo("AES SIMPLIFIED");
    assertThat(declared(order, "EXPORT").path("mrn").asText()).matches("\\d{2}BE[A-Z0-9]{12}A\\d");
    assertThat(declared(order, "IMPORT").path("kind").asText()).isEqualTo("CEB621");
    assertThat(declared(order, "IMPORT").path("mrn").asText()).matches("2991\\d{4}I\\d{9}");
    for (String direction : List.of("EXPORT", "IMPORT")) {
      for (String number : List.of("lrn", "mrn")) {
        String typed = declared(order, direction).path(number).asText();
        assertThat(numbers.orders(typed)).as(typed).containsExactly(order);
      }
    }
    assertThat(view(order).at("/consignment/awb").asText()).startsWith("756-");
    assertThat(view(order).at("/parcels/0/carrierNumber").asText()).startsWith("78");
    // 45.00 EUR of goods, 9.50 transport, 0.50 insurance at 7.80: 429.00 yuan; 13 % of it at 70 %.
    assertThat(noteOf(order, "DUTY_DUE")).isEqualTo("CNY 39.04");
    assertThat(placeOf(order, "HANDED_TO_CARRIER")).isEqualTo("Hangzhou");
    assertThat(timeline(order))
        .contains(
            "ORDERED",
            "EXPORT_DECLARED",
            "EXPORT_CLEARED",
            "DEP",
            "TEMP_STORAGE",
            "IMPORT_DECLARED",
            "RELEASED",
            "LABELLED",
            "DELIVERED");
    assertThat(sent(order, "china-customs"))
        .containsExactlyInAnyOrder(
            "import-list", "import-order", "import-payment", "import-waybill");
  }

  @Test
  void whatIsDueIsToldThoughTheReleaseIsHeardFirst() {
    HeldPost post = new HeldPost(jdbc);
    post.hold("china-customs", "CEB622Message", ">120<");
    String order = placed(AnOrder.toChina());

    ends(order, "DELIVERED");
    assertThat(timeline(order)).containsOnlyOnce("DUTY_DUE", "RELEASED");

    int receipts = heard(order);
    post.letGo("china-customs");
    patiently("the receipt is heard").until(() -> heard(order) == receipts + 1);
    assertThat(timeline(order)).containsOnlyOnce("DUTY_DUE", "RELEASED");
  }

  private int heard(String order) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM exchange_arrival WHERE partner = 'china-customs' AND state ="
                + " 'APPLIED' AND about LIKE :order")
        .param("order", order + "%")
        .query(Integer.class)
        .single();
  }

  @Test
  void aBuyersYearEndsAt26000YuanHoweverManyOrdersComeAtOnce() {
    List<String> orders =
        IntStream.range(0, 6)
            .mapToObj(
                n ->
                    placed(
                        AnOrder.toChina()
                            .with("/consignee/registration", ANOTHER_BUYER)
                            .with("/lines/0/unitPrice", "620.00")
                            .with("/lines/0/quantity", 1)))
            .toList();

    patiently("five are admitted and one asks")
        .untilAsserted(
            () ->
                assertThat(
                        orders.stream().filter(order -> task(order, "DecideAdmission").isPresent()))
                    .hasSize(1));
    String held =
        orders.stream()
            .filter(order -> task(order, "DecideAdmission").isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(view(held).at("/openTask/reason").asText()).contains("26,000");
    orders.stream().filter(order -> !order.equals(held)).forEach(order -> ends(order, "DELIVERED"));
    decides(held, at("DecideAdmission", "decision", "FULL_TAX"));
    asks(held, "DecideAdmission");
    decides(held, at("DecideAdmission", "decision", "SEND_BACK"));
    decides(held, BACK_TO_THE_SELLER);
    ends(held, "RETURNED");
  }

  @Test
  void silenceOnTheReverseLaneAsksAClerk() {
    String onPaper = placed(pralines("lot AENONE"));
    String unstored = placed(pralines("lot CNMUTE"));
    String unreleased = placed(pralines("lot CNNONE"));
    waits(onPaper, "WaitForCustoms");
    waits(unstored, "WaitForDocuments");
    waits(unreleased, "WaitForRelease");

    clock.pass(Duration.ofHours(25));
    decides(onPaper, at("ChaseExportOffice", "decision", "WAIT_ON"));
    decides(unstored, at("ChaseDocuments", "decision", "WAIT_ON"));
    decides(unreleased, at("ChaseRelease", "decision", "WAIT_ON"));
    waits(onPaper, "WaitForCustoms");
    waits(unstored, "WaitForDocuments");
    waits(unreleased, "WaitForRelease");

    clock.pass(Duration.ofHours(25));
    decides(onPaper, at("ChaseExportOffice", "decision", "RELEASED_ON_PAPER"));
    decides(unstored, at("ChaseDocuments", "decision", "GIVE_UP"));
    decides(unstored, BACK_TO_THE_SELLER);
    decides(unreleased, at("ChaseRelease", "decision", "RELEASED_ON_PAPER"));

    ends(onPaper, "DELIVERED");
    ends(unstored, "RETURNED");
    ends(unreleased, "DELIVERED");
  }

  @Test
  void anOfficeThatSpeaksTheWorldsDataModelReleasesIt() {
    String order = placed(pralines("lot AENONE"));
    waits(order, "WaitForCustoms");

    told(
        "wco-notification",
        """
        <MetaData><Response><FunctionCode>08</FunctionCode>
          <FunctionalReferenceID>%s</FunctionalReferenceID>
          <IssueDateTime><DateTimeString formatCode="304">20261124100000Z</DateTimeString></IssueDateTime>
          <Declaration><FunctionalReferenceID>EXP%s01</FunctionalReferenceID></Declaration>
        </Response></MetaData>"""
            .formatted(order, order));

    ends(order, "DELIVERED");
  }

  @Test
  void aDeclarationThatOthersMadeGoesIntoTheFileOfItsOrder() throws IOException {
    String order = placed(AnOrder.toChina());

    told(
        "declaration-copy",
        Files.readString(Path.of("connectors/belgian-customs/samples/CC015C.xml"))
            .replace("TEST123456", order)
            .replace("MDTP-18", "T1-" + order));

    patiently("the copy is in the order's file")
        .untilAsserted(
            () ->
                assertThat(log.about(order, 100))
                    .extracting(MessageLog.Entry::operation)
                    .contains("declaration-copy"));
  }

  private void told(String operation, String message) {
    Answer taken =
        send(
            asNobody("/connect/belgian-customs/" + operation)
                .header("Authorization", asPartner("belgian-customs"))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(message)));
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
  }

  @Test
  void whatPartnersSayOnThisLaneCanBeReadWithoutEffect() throws IOException {
    assertThat(decoded("belgian-customs", "export-notification", "IE529.xml").at("/state").asText())
        .isEqualTo("RELEASED");
    assertThat(
            decoded("belgian-customs", "wco-notification", "wco-notification-DMSREJ.xml")
                .at("/reason")
                .asText())
        .isEqualTo("CDS12005");
    assertThat(decoded("china-customs", "import-list-receipt", "CEB622.xml").at("/status").asInt())
        .isEqualTo(120);
    assertThat(decoded("cainiao", "tracking", "tracking.txt").at("/state").asText())
        .isEqualTo("CARRIER_ACCEPTED");
  }

  private JsonNode decoded(String partner, String operation, String sample) throws IOException {
    Answer answer =
        send(
            asNobody("/connectors/" + partner + "/" + operation + "/decode")
                .header("Authorization", asPartner(partner))
                .header("Content-Type", "application/octet-stream")
                .POST(
                    BodyPublishers.ofByteArray(
                        Files.readAllBytes(Path.of("connectors", partner, "samples", sample)))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().at("/arrivals/0/content");
  }

  private static String asPartner(String partner) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((partner + ":" + PARTNER_PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode declared(String order, String direction) {
    return StreamSupport.stream(view(order).path("declarations").spliterator(), false)
        .filter(each -> each.path("direction").asText().equals(direction))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private JsonNode entry(String order, String code) {
    return StreamSupport.stream(view(order).path("timeline").spliterator(), false)
        .filter(each -> each.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private String noteOf(String order, String code) {
    return entry(order, code).path("note").asText();
  }

  private String placeOf(String order, String code) {
    return entry(order, code).path("place").asText();
  }

  private List<String> sent(String order, String partner) {
    return jdbc.sql(
            "SELECT operation FROM exchange_letter WHERE partner = :partner AND about = :order")
        .param("partner", partner)
        .param("order", order)
        .query(String.class)
        .list();
  }
}
