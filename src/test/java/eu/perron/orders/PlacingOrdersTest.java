package eu.perron.orders;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PlacingOrdersTest extends PerronTest {
  private static final String ORDERS = "/api/v1/orders";
  private static final String JSON = "application/json";

  @Autowired private Orders orders;

  private Answer place(AnOrder order) {
    return post(ORDERS, JSON, order.json());
  }

  @Test
  void aNewOrderIsTakenAndSaysWhereItIs() {
    AnOrder order = anOrder();
    Answer answer = place(order);
    String number = answer.body().path("orderNumber").asText();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(number).matches("P\\d{2}[0-9A-HJKMNP-TV-Z]{9}");
    assertThat(answer.header("Location")).isEqualTo(ORDERS + "/" + number);
    assertThat(answer.body().path("reference").asText()).isEqualTo(order.reference());
    assertThat(answer.body().path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(answer.body().path("trackingUrl").asText())
        .startsWith("http")
        .endsWith("/track/" + number);
    assertThat(answer.body().at("/links/self").asText()).isEqualTo(ORDERS + "/" + number);
  }

  @Test
  void theSameOrderAgainIsTheSameOrder() {
    AnOrder order = anOrder();
    Answer first = place(order);
    Answer again =
        place(order.with("/transportCost", "4.9").with("/placedAt", "2026-11-20T03:15:00+01:00"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("orderNumber")).isEqualTo(first.body().path("orderNumber"));
  }

  @Test
  void otherContentUnderTheSameReferenceIsAConflict() {
    AnOrder order = anOrder();
    place(order);
    Answer other = place(order.with("/transportCost", "5.00"));
    assertThat(other.status()).isEqualTo(409);
    assertProblem(other, "reference-taken");
  }

  @Test
  void tenAtOnceMakeOneOrder() throws Exception {
    AnOrder order = anOrder();
    ExecutorService clients = Executors.newFixedThreadPool(10);
    try {
      List<Callable<Answer>> calls =
          IntStream.range(0, 10).mapToObj(i -> (Callable<Answer>) () -> place(order)).toList();
      List<Answer> answers = new java.util.ArrayList<>();
      for (Future<Answer> each : clients.invokeAll(calls)) {
        answers.add(each.get());
      }
      Map<Integer, Long> statuses =
          answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
      assertThat(statuses).isEqualTo(Map.of(201, 1L, 200, 9L));
      assertThat(answers.stream().map(each -> each.body().path("orderNumber").asText()).distinct())
          .hasSize(1);
    } finally {
      clients.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {"reference": | /reference
      [1,2]         | ''
      ''            | ''
      {} {}         | ''
      {"reference":"a","reference":"b"} | /reference
      """)
  void whatIsNoJsonObjectIsUnreadable(String body, String pointer) {
    Answer answer = post(ORDERS, JSON, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertProblem(answer, "unreadable");
    assertThat(answer.errors()).hasSize(1).first().asString().startsWith(pointer + " ");
  }

  @Test
  void anUnknownPropertyIsUnreadableAndNamed() {
    Answer answer = place(anOrder().with("/colour", "red").with("/lines/0/weight", "1"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors())
        .containsExactly("/colour unknown-property", "/lines/0/weight unknown-property");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Answer answer =
        place(
            anOrder()
                .with("/vatScheme", "NONE")
                .without("/consignee/name")
                .with("/currency", "EURO")
                .with("/lines/0/quantity", 0)
                .with("/lines/0/unitPrice", "-1")
                .with("/lines/0/hsCode", "61.09")
                .with("/parcels/0/grossWeightKg", "0")
                .with("/lines/0/dangerousGoods", "battery")
                .with("/placedAt", "2026-11-20 10:00"));
    assertThat(answer.status()).isEqualTo(422);
    assertProblem(answer, "order-not-acceptable");
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "/vatScheme not-one-of",
            "/consignee/name required",
            "/currency currency",
            "/lines/0/quantity not-positive",
            "/lines/0/unitPrice not-positive",
            "/lines/0/hsCode hs-code",
            "/parcels/0/grossWeightKg not-positive",
            "/lines/0/dangerousGoods dangerous-goods",
            "/placedAt not-a-time");
  }

  @ParameterizedTest
  @CsvSource({
    "/consignee/country, US, /consignee/country no-such-lane",
    "/iossNumber, , /iossNumber required",
    "/lines/0/unitPrice, 1.001, /lines/0/unitPrice too-precise",
    "/lines/0/unitPrice, 1e3, /lines/0/unitPrice not-a-number",
    "/lines/0/gtin, 12345, /lines/0/gtin gtin",
    "/consignee/email, nobody, /consignee/email email",
    "/placedAt, 2126-01-01T00:00:00Z, /placedAt not-now",
    "/delivery/service, LOCKER, /delivery/pickupPoint required",
    "/lines, , /lines required"
  })
  void contentThatCannotBeCarriedIsRefused(String pointer, String value, String error) {
    Answer answer = place(anOrder().with(pointer, value));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void whatAClerkCanMendIsTaken() {
    assertThat(
            place(
                    anOrder()
                        .with("/iossNumber", "IM5532027340")
                        .with("/euResponsiblePerson", null)
                        .with("/lines/0/description", "gift")
                        .with("/lines/0/sku", null)
                        .with("/lines/0/manufacturerPartNumber", null))
                .status())
        .isEqualTo(201);
  }

  @Test
  void withoutAKeyNobodyIsLetIn() {
    Answer none =
        send(
            asNobody(ORDERS)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(anOrder().json())));
    Answer wrong = send(asNobody(ORDERS).header("Authorization", "Bearer pk_wrong").GET());
    assertThat(none.status()).isEqualTo(401);
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Perron\"");
    assertProblem(none, "not-authenticated");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void aBodyOfTwentyMegabytesIsRefusedWhetherAnnouncedOrNot() {
    byte[] large = new byte[20 * 1024 * 1024];
    java.util.Arrays.fill(large, (byte) ' ');
    Answer announced = post(ORDERS, JSON, BodyPublishers.ofByteArray(large));
    InputStream unannounced = new ByteArrayInputStream(large);
    Answer chunked = post(ORDERS, JSON, BodyPublishers.ofInputStream(() -> unannounced));
    assertThat(announced.status()).isEqualTo(413);
    assertProblem(announced, "too-large");
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void otherFormatsAndMethodsAreToldWhatIsPossible() {
    Answer xml = post(ORDERS, "application/xml", "<order/>");
    Answer delete = send(asSeller(ORDERS).DELETE());
    Answer image = send(asSeller(ORDERS).header("Accept", "image/png").GET());
    assertThat(xml.status()).isEqualTo(415);
    assertThat(xml.header("Accept-Post")).isEqualTo(JSON);
    assertProblem(xml, "unsupported-media-type");
    assertThat(delete.status()).isEqualTo(405);
    assertThat(delete.header("Allow")).contains("GET").contains("POST");
    assertProblem(delete, "method-not-allowed");
    assertThat(image.status()).isEqualTo(406);
    assertProblem(get("/api/v1/nothing"), "not-found");
  }

  @Test
  void thePagesOfAListJoinWithoutGapOrRepeat() {
    String stem = "2001-02-03T04:05:0";
    List<String> placed =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    place(anOrder().with("/placedAt", stem + i + "Z"))
                        .body()
                        .path("orderNumber")
                        .asText())
            .toList();
    Answer all = get(ORDERS + "?limit=200&placedAfter=2001-02-03T05:04:59%2B01:00");
    assertThat(all.status()).isEqualTo(200);
    List<String> seen = new java.util.ArrayList<>();
    String cursor = "";
    int pages = 0;
    while (!cursor.equals("null") && pages < 200 && !seen.containsAll(placed)) {
      JsonNode page =
          get(ORDERS + "?limit=2&placedAfter=2000-01-01T00:00:00Z&cursor=" + cursor).body();
      page.path("orders").forEach(each -> seen.add(each.path("orderNumber").asText()));
      cursor = page.path("nextCursor").asText();
      pages++;
    }
    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsSubsequence(
            placed.get(4), placed.get(3), placed.get(2), placed.get(1), placed.get(0));
  }

  @Test
  void aListIsFilteredAndAWrongFilterIsNamed() {
    AnOrder order = anOrder();
    place(order);
    assertThat(get(ORDERS + "?reference=" + order.reference()).body().path("orders")).hasSize(1);
    Answer wrong = get(ORDERS + "?status=LOST_AND_FOUND&limit=0&cursor=x&placedAfter=yesterday");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.errors())
        .containsExactlyInAnyOrder(
            "/status not-one-of", "/limit limit", "/cursor cursor", "/placedAfter not-a-time");
  }

  @Test
  void anOrderIsCancelledAndAnEndedOneIsNot() {
    String number = place(anOrder()).body().path("orderNumber").asText();
    assertThat(post(ORDERS + "/" + number + "/cancellation", JSON, "").status()).isEqualTo(202);
    String delivered = place(anOrder()).body().path("orderNumber").asText();
    orders.record(Map.of(), Map.of(), Map.of(delivered, Status.DELIVERED));
    Answer refused = post(ORDERS + "/" + delivered + "/cancellation", JSON, "");
    assertThat(refused.status()).isEqualTo(409);
    assertProblem(refused, "not-cancellable");
    assertThat(refused.body().path("reason").asText()).isEqualTo("ended");
    assertThat(refused.body().path("needed").asText()).isNotBlank();
    assertThat(post(ORDERS + "/P26AAAAAAAAA/cancellation", JSON, "").status()).isEqualTo(404);
  }

  static void assertProblem(Answer answer, String code) {
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().path("type").asText()).isEqualTo("/problems/" + code);
    assertThat(answer.body().path("title").asText()).isNotBlank();
    assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
