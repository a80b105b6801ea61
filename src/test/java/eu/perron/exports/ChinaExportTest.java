package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.house.PerronSettings;
import eu.perron.trade.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an order by what China customs say, on the whole program. */
class ChinaExportTest extends PerronTest {
  private static final Path SAMPLES = Path.of("connectors/china-customs/samples");
  @Autowired private JdbcClient jdbc;
  @Autowired private PerronSettings settings;

  @ParameterizedTest
  @CsvSource({
    "CEB304, document-receipt, 2",
    "CEB404, document-receipt, 1",
    "CEB506, document-receipt, 2",
    "CEB510, departure-receipt, 1",
    "CEB604, export-receipt, 2",
    "CEB608, waybill-receipt, 1",
    "CEB702, summary-receipt, 1",
    "CEB792, summary-result, 1",
    "CEB900, message-refusal, 1"
  })
  void everyReceiptIsReadWithoutEffect(String sample, String operation, int arrivals)
      throws IOException {
    Answer read =
        send(
            asNobody("/connectors/china-customs/" + operation + "/decode")
                .header("Content-Type", "application/xml")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                ("china-customs:" + PARTNER_PASSWORD)
                                    .getBytes(StandardCharsets.UTF_8)))
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                        Files.readAllBytes(SAMPLES.resolve(sample + ".xml")))));

    assertThat(read.status()).as(read.text()).isEqualTo(200);
    assertThat(read.body().path("arrivals")).hasSize(arrivals);
  }

  @Test
  void theListIsSentOnceOrderReceiptAndWaybillAreStored() {
    String order = placed("lot CEBNONE");
    waits(order, "WaitForCustoms");

    assertThat(
            jdbc.sql(
                    "SELECT CONCAT(paper, ' ', state, ' ', revision) FROM export_document "
                        + "WHERE order_number = :order ORDER BY number")
                .param("order", order)
                .query(String.class)
                .list())
        .containsExactly("ORDER STORED 1", "RECEIPT STORED 1", "WAYBILL STORED 1");
    List<String> sent =
        jdbc.sql(
                "SELECT operation FROM exchange_letter WHERE about = :order ORDER BY created_at,"
                    + " id")
            .param("order", order)
            .query(String.class)
            .list();
    assertThat(sent)
        .containsExactly("order-document", "payment-document", "waybill-document", "export-list");
  }

  @Test
  void documentsThatDoNotAgreeAreNotSentAndTheClerkReadsWhichFields() {
    String order =
        placed(
            AnOrder.anOrder()
                .with("/parcels/0/grossWeightKg", "0.010")
                .with("/lines/0/quantity", 2));
    asked(order, "MendDocuments");

    assertThat(openTask(order).path("reason").asText())
        .isEqualTo(
            "Documents do not agree: waybill (CEB505) grossWeight 0.01 kg is less than "
                + "list (CEB603) netWeight 1.2 kg");
    assertThat(openTask(order).path("desk").asText()).isEqualTo("export-desk");
    assertThat(letters(order)).isZero();
  }

  @Test
  void aDocumentGivenBackIsShownWithWhatCustomsSay() {
    String order = placed("lot CEB304");
    asked(order, "MendDocuments");

    JsonNode returned = get("/api/v1/orders/" + order).body().at("/declarations/0");
    assertThat(returned.path("kind").asText()).isEqualTo("CEB303");
    assertThat(returned.path("reason").asText()).contains("the name of the goods is not specific");
    assertThat(letters(order)).isEqualTo(3);
  }

  @Test
  void aStatusNobodyKnowsStopsAtAPersonAndTheOrderWaitsOn() throws IOException {
    String order = placed("lot CEBNONE");
    waits(order, "WaitForCustoms");

    file(
        "CEB604",
        Files.readString(SAMPLES.resolve("CEB604.xml"))
            .replaceFirst(
                "(?s)</ceb:InventoryReturn>\\s*<ceb:InventoryReturn>.*PRN000000002.*</ceb:InventoryReturn>",
                "</ceb:InventoryReturn>")
            .replace("PRN000000001-1", order + "-1")
            .replace(">120<", ">222<"));

    String problem = problem(order + "-1");
    assertThat(problem)
        .contains("returnStatus 222")
        .contains("china-customs-codes.csv")
        .contains("Add one with one of");
    waits(order, "WaitForCustoms");
  }

  @Test
  void aMessageRefusedAsAWholeGivesItsListsBackToTheClerk() throws IOException {
    String order = placed("lot CEBNONE");
    waits(order, "WaitForCustoms");
    String guid =
        patiently("its list is sent")
            .until(
                () ->
                    jdbc.sql(
                            "SELECT m.message_key FROM exchange_letter l JOIN exchange_message m ON"
                                + " m.id = l.message_id WHERE l.about = :order AND l.operation ="
                                + " 'export-list' AND m.state = 'SENT'")
                        .param("order", order)
                        .query(String.class)
                        .optional(),
                java.util.Optional::isPresent)
            .orElseThrow();

    file(
        "CEB900",
        Files.readString(SAMPLES.resolve("CEB900.xml"))
            .replace("FF20A4A9-1BFA-32D1-9A5B-05B9EB4B2989", guid)
            .replaceAll("<ceb:guid>[^<]*<", "<ceb:guid>" + guid + "<"));

    asked(order, "CorrectExportList");
    JsonNode returned = get("/api/v1/orders/" + order).body().at("/declarations/0");
    assertThat(returned.path("reason").asText()).contains("0002 schema");
  }

  private JsonNode openTask(String order) {
    return get("/api/v1/orders/" + order).body().path("openTask");
  }

  private int letters(String order) {
    return jdbc.sql("SELECT COUNT(*) FROM exchange_letter WHERE about = :order")
        .param("order", order)
        .query(Integer.class)
        .single();
  }

  private String problem(String about) {
    return patiently("it is for a person")
        .until(
            () ->
                jdbc.sql(
                        "SELECT problem FROM exchange_arrival WHERE about = :about AND state ="
                            + " 'FAILED'")
                    .param("about", about)
                    .query(String.class)
                    .optional(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private void file(String kind, String content) throws IOException {
    Path in = Files.createDirectories(settings.connectFolder("china-customs").resolve("in"));
    String name = kind + "_" + Ids.next() + ".xml";
    Files.writeString(in.resolve(name + ".part"), content);
    Files.move(in.resolve(name + ".part"), in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private String placed(String lot) {
    return placed(
        AnOrder.anOrder()
            .with("/lines/0/description", "jigsaw puzzle of cardboard, 500 pieces, " + lot));
  }

  private String placed(AnOrder order) {
    Answer taken = post("/api/v1/orders", "application/json", order.json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken.body().path("orderNumber").asText();
  }

  private void waits(String order, String activity) {
    stands("flow_wait", order, activity);
  }

  private void asked(String order, String activity) {
    stands("flow_task", order, activity);
  }

  private void stands(String table, String order, String activity) {
    patiently(order + " at " + activity)
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("SELECT activity FROM " + table + " WHERE business_key = :order")
                            .param("order", order)
                            .query(String.class)
                            .list())
                    .contains(activity));
  }

  private static ConditionFactory patiently(String what) {
    return await().alias(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
  }
}
