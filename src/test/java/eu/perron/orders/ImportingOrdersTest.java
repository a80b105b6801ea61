package eu.perron.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.PerronTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ImportingOrdersTest extends PerronTest {
  private static final String IMPORTS = "/api/v1/order-imports";
  private static final List<String> SAMPLE = sample();
  private static final int HS_CODE = column("hs_code");
  private static final int QUANTITY = column("quantity");
  private static final int CURRENCY = column("currency");

  private static List<String> sample() {
    try (InputStream file = ImportingOrdersTest.class.getResourceAsStream("/samples/orders.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static int column(String name) {
    return List.of(SAMPLE.get(0).split(",")).indexOf(name);
  }

  /** The sample's rows of plain cells, under references of their own. */
  private static List<List<String>> rows(int many) {
    String stem = UUID.randomUUID().toString();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  (stem
                          + "-"
                          + i
                          + ",2026-11-10T17:41:39+08:00,IOSS,IM0560000010,DDP,B2C,EUR,4.90,0.00,Kestrel,Road 12,"
                          + "Dongguan,523808,CN,,Zoé Collard,Rue de Fer 44,Namur,5000,BE,,,,,,,,,HOME,,,0.310,40,13,7,8517-51092,"
                          + "necklace of steel with glass pendant,711719,CN,1,9.21,0.060,,PN-2129-G,")
                      .split(",", -1)));
      rows.add(cells);
    }
    return rows;
  }

  private static String file(List<List<String>> rows) {
    StringBuilder file = new StringBuilder(SAMPLE.get(0)).append("\r\n");
    rows.forEach(row -> file.append(String.join(",", row)).append("\r\n"));
    return file.toString();
  }

  private JsonNode done(String file) {
    Answer received = post(IMPORTS, "text/csv", file);
    assertThat(received.status()).as(received.text()).isEqualTo(202);
    String self = IMPORTS + "/" + received.body().path("importId").asText();
    assertThat(received.header("Location")).isEqualTo(self);
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> get(self).body(), report -> report.path("state").asText().equals("DONE"));
  }

  @Test
  void theSampleFileIsTakenWholeAndAgainWithoutHarm() {
    String file = "\uFEFF" + String.join("\n", SAMPLE) + "\n";
    JsonNode first = done(file);
    assertThat(first.path("refusals")).isEmpty();
    assertThat(first.at("/orders/total").asInt()).isEqualTo(120);
    assertThat(first.at("/orders/accepted").asInt() + first.at("/orders/repeated").asInt())
        .isEqualTo(120);
    JsonNode again = done(file);
    assertThat(again.at("/orders/repeated").asInt()).isEqualTo(120);
    assertThat(again.at("/orders/open").asInt()).isZero();
    assertThat(get("/api/v1/orders?reference=DEMO-0001").body().path("orders")).hasSize(1);
  }

  @Test
  void theFlightCasesAreAnOrderFileToo() throws IOException {
    try (InputStream flights = getClass().getResourceAsStream("/samples/flight-cases.csv")) {
      JsonNode report = done(new String(flights.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(report.at("/orders/refused").asInt()).isZero();
    }
  }

  @Test
  void tenBadRowsAreNamedAndTheGoodOnesGoOn() {
    List<List<String>> rows = rows(25);
    for (int i = 0; i < 10; i++) {
      rows.get(i * 2).set(i % 2 == 0 ? HS_CODE : QUANTITY, "x");
    }
    JsonNode report = done(file(rows));
    assertThat(report.at("/orders/accepted").asInt()).isEqualTo(15);
    assertThat(report.at("/orders/refused").asInt()).isEqualTo(10);
    assertThat(report.at("/rows/refused").asInt()).isEqualTo(10);
    assertThat(report.path("refusals")).hasSize(10);
    assertThat(report.at("/refusals/0/row").asInt()).isEqualTo(2);
    assertThat(report.at("/refusals/0/column").asText()).isEqualTo("hs_code");
    assertThat(report.at("/refusals/0/code").asText()).isEqualTo("hs-code");
    assertThat(report.at("/refusals/1/row").asInt()).isEqualTo(4);
    assertThat(report.at("/refusals/1/column").asText()).isEqualTo("quantity");
  }

  @Test
  void rowsOfAnOrderMayLieApartAndAreRefusedTogether() {
    List<List<String>> rows = rows(4);
    rows.get(2).set(0, rows.get(0).get(0));
    rows.get(3).set(0, rows.get(1).get(0));
    rows.get(3).set(CURRENCY, "USD");
    JsonNode report = done(file(rows));
    assertThat(report.at("/orders/accepted").asInt()).isEqualTo(1);
    List<String> refused =
        StreamSupport.stream(report.path("refusals").spliterator(), false)
            .map(
                each ->
                    each.path("row").asInt()
                        + " "
                        + each.path("column").asText()
                        + " "
                        + each.path("code").asText())
            .toList();
    assertThat(refused).containsExactly("3 reference order-refused", "5 currency differs");
    String number =
        get("/api/v1/orders?reference=" + rows.get(0).get(0))
            .body()
            .at("/orders/0/orderNumber")
            .asText();
    assertThat(get("/api/v1/orders/" + number).body().path("lines")).hasSize(2);
  }

  @Test
  void aRowOfTheWrongLengthIsRefusedAlone() {
    List<List<String>> rows = rows(3);
    rows.get(1).remove(5);
    JsonNode report = done(file(rows));
    assertThat(report.at("/orders/accepted").asInt()).isEqualTo(2);
    assertThat(report.at("/refusals/0/code").asText()).isEqualTo("columns");
  }

  @Test
  void otherContentUnderAKnownReferenceIsRefused() {
    List<List<String>> rows = rows(1);
    done(file(rows));
    rows.get(0).set(QUANTITY, "2");
    assertThat(done(file(rows)).at("/refusals/0/code").asText()).isEqualTo("reference-taken");
  }

  @Test
  void aFileThatIsNoOrderFileIsRefusedWithThePlaceNamed() {
    Answer header = post(IMPORTS, "text/csv", SAMPLE.get(0).replace("hs_code", "hscode"));
    assertThat(header.status()).isEqualTo(400);
    PlacingOrdersTest.assertProblem(header, "unreadable-file");
    assertThat(header.body().at("/errors/0/column").asText()).isEqualTo("hscode");
    assertThat(header.body().at("/errors/1/code").asText()).isEqualTo("missing-column");
    assertThat(post(IMPORTS, "text/csv", "").status()).isEqualTo(400);
    assertThat(
            post(IMPORTS, "text/csv", SAMPLE.get(0).replace(',', ';'))
                .body()
                .at("/errors/0/code")
                .asText())
        .isEqualTo("separator");
    Answer quote = post(IMPORTS, "text/csv", SAMPLE.get(0) + "\n\"never closed");
    assertThat(quote.body().at("/errors/0/code").asText()).isEqualTo("csv");
    byte[] latin = (SAMPLE.get(0) + "\nLi\u00e8ge").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            post(IMPORTS, "text/csv", BodyPublishers.ofByteArray(latin))
                .body()
                .at("/errors/0/code")
                .asText())
        .isEqualTo("not-utf-8");
  }

  @Test
  void onlyCsvInUtf8IsTakenAndUnknownImportsAreNotFound() {
    assertThat(post(IMPORTS, "application/json", "{}").status()).isEqualTo(415);
    assertThat(post(IMPORTS, "application/json", "{}").header("Accept-Post")).isEqualTo("text/csv");
    assertThat(post(IMPORTS, "text/csv;charset=iso-8859-1", SAMPLE.get(0)).status()).isEqualTo(415);
    assertThat(get(IMPORTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }
}
