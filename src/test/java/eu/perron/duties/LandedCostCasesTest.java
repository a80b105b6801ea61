package eu.perron.duties;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.perron.PerronTest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dated case of {@code duties/landed-costs.csv}, asked at the door that sellers ask at. */
class LandedCostCasesTest extends PerronTest {
  private static final Pattern LINE = Pattern.compile("(\\d+) x (.+) #(\\d+) @ ([\\d.]+)");
  private static final String DOOR = "/api/v1/landed-costs";

  static Stream<Arguments> cases() throws IOException {
    try (Reader file =
            Files.newBufferedReader(Path.of("src/test/resources/duties/landed-costs.csv"));
        CSVParser rows =
            CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get()
                .parse(file)) {
      return rows.stream().toList().stream()
          .map(row -> Arguments.of(row.get("id") + ": " + row.get("what"), row));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void itCostsToTheCentWhatTheLawOfThatDaySays(String what, CSVRecord row) {
    JsonNode cost = ask(order(row)).body();

    Map<String, String> told = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    Map.ofEntries(
            Map.entry("declaration", "declaration"),
            Map.entry("intrinsic", "intrinsicValue"),
            Map.entry("customs_value", "customsValue"),
            Map.entry("duty", "duty"),
            Map.entry("vat_base", "vatBase"),
            Map.entry("vat_rate", "vatRate"),
            Map.entry("vat", "vat"),
            Map.entry("fees", "fees"),
            Map.entry("at_import", "payableAtImport"),
            Map.entry("at_checkout", "payableAtCheckout"),
            Map.entry("total", "total"))
        .forEach(
            (column, property) -> {
              told.put(property, cost.path(property).asText());
              expected.put(property, row.get(column));
            });
    told.put("procedure", cost.path("additionalProcedure").asText("").replace("null", ""));
    expected.put("procedure", row.get("procedure"));
    told.put("items", String.valueOf(cost.path("items").size()));
    expected.put("items", row.get("items"));
    assertThat(told).as(cost.toPrettyString()).isEqualTo(expected);
    assertThat(cost.path("rules")).as("the rules that were applied").isNotEmpty();
    for (JsonNode rule : cost.path("rules")) {
      assertThat(rule.path("rule").asText()).isNotBlank();
      assertThat(rule.path("version").asInt()).isPositive();
      assertThat(rule.path("validFrom").asText()).isLessThanOrEqualTo(row.get("accepted_on"));
      assertThat(rule.path("source").asText()).isNotBlank();
    }
  }

  @Test
  void thereAreAtLeastSixtyCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void everyAmountNamesWhoPaysItWhereAndByWhichRules() throws IOException {
    JsonNode cost = ask(example()).body();

    assertThat(cost.at("/dues/0/charge").asText()).isEqualTo("DUTY");
    assertThat(cost.at("/dues/0/amount").asText()).isEqualTo("6.00");
    assertThat(cost.at("/dues/0/collectedAt").asText()).isEqualTo("IMPORT");
    assertThat(cost.at("/dues/0/owedBy").asText()).isEqualTo("IOSS_HOLDER");
    assertThat(cost.at("/dues/0/rules").toString())
        .contains("which-duty: ItemDuty", "ITEM_DUTY", "who-pays: IossInThePrice");
    assertThat(cost.at("/dues/1/charge").asText()).isEqualTo("VAT");
    assertThat(cost.at("/dues/1/collectedAt").asText()).isEqualTo("CHECKOUT");
    assertThat(cost.at("/rules/0/rule").asText()).isEqualTo("which-declaration: Ioss");
    assertThat(cost.path("acceptedOn").asText()).isEqualTo("2026-11-22");
  }

  @Test
  void nobodyNeedBeNamedAndTodayIsTheDayIfNoneIsGiven() throws IOException {
    ObjectNode order = example();
    order.remove("acceptedOn");
    order.remove("placedAt");
    order.remove("parcels");
    order.remove("delivery");
    order.set("consignee", json.createObjectNode().put("country", "BE"));
    order.set("consignor", json.createObjectNode().put("country", "CN"));

    Answer answer = ask(order);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().path("acceptedOn").asText())
        .isEqualTo(
            clock
                .instant()
                .atZone(java.time.ZoneId.of("Europe/Brussels"))
                .toLocalDate()
                .toString());
  }

  @Test
  void whatCannotBeReckonedSaysWhereAndHowToMend() throws IOException {
    assertThat(refused("acceptedOn", "2021-06-30").errors()).containsExactly("/acceptedOn no-law");
    assertThat(refused("acceptedOn", "22/11/2026").errors())
        .containsExactly("/acceptedOn not-a-day");
    assertThat(refused("currency", "XPF").errors()).containsExactly("/currency no-exchange-rate");
    assertThat(refused("currency", "XPF").body().path("detail").asText())
        .contains("XPF on 2026-11-22", "/operations/rates");
    ObjectNode elsewhere = example();
    ((ObjectNode) elsewhere.path("consignee")).put("country", "CH");
    assertThat(ask(elsewhere).errors()).containsExactly("/consignee/country no-law");
    ObjectNode inside = example();
    ((ObjectNode) inside.path("consignor")).put("country", "NL");
    assertThat(ask(inside).errors()).containsExactly("/consignor/country not-an-import");
    ObjectNode nothing = example();
    nothing.path("lines").forEach(line -> ((ObjectNode) line).put("quantity", 0));
    assertThat(ask(nothing).errors()).containsExactly("/lines nothing-left");
    assertThat(refused("vatScheme", "OSS").errors()).containsExactly("/vatScheme not-one-of");
    ObjectNode unknown = example();
    unknown.put("acceptedAt", "2026-11-22");
    assertThat(ask(unknown).status()).isEqualTo(400);
    assertThat(
            send(asNobody(DOOR)
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} at {1} with {2} of freight: {3} + {4} + {5} = {6}")
  @CsvSource({
    "chocolate #180632, 350.00, 50.00, 0.00, 0.00, 36.40, 436.40",
    "perfume #330300, 425.00, 0.00, 0.00, 52.50, 45.50, 523.00",
    "chocolate #180632, 6000.00, 0.00, 480.00, 0.00, 842.40, 7322.40"
  })
  void whatEntersChinaAsRetailImportIsReckonedInYuan(
      String goods,
      String price,
      String freight,
      String duty,
      String consumptionTax,
      String vat,
      String total)
      throws IOException {
    JsonNode cost = ask(toChina(goods, 1, price).put("transportCost", freight)).body();

    assertThat(cost.path("declaration").asText()).isEqualTo("CEB621");
    assertThat(cost.path("currency").asText()).isEqualTo("CNY");
    assertThat(cost.path("duty").asText()).isEqualTo(duty);
    assertThat(cost.path("consumptionTax").asText()).isEqualTo(consumptionTax);
    assertThat(cost.path("vat").asText()).isEqualTo(vat);
    assertThat(cost.path("total").asText()).isEqualTo(total);
    assertThat(cost.path("rules").toString()).contains("which-retail-import", "china-retail-goods");
  }

  @Test
  void whatMayNotEnterChinaAsRetailImportIsRefusedWithTheTablesReason() throws IOException {
    Answer unlisted = ask(toChina("bowl of silicone #392410", 1, "100.00"));
    assertThat(unlisted.errors()).containsExactly("/lines not-admitted");
    assertThat(unlisted.text()).contains("Goods are on no list of retail import", "NotListed");
    assertThat(ask(toChina("chocolate #180632", 2, "2500.01")).errors())
        .containsExactly("/lines not-admitted");
    assertThat(
            ask(toChina("chocolate #180632", 1, "10.00").put("acceptedOn", "2016-04-07")).errors())
        .containsExactly("/lines not-admitted");
  }

  private ObjectNode toChina(String goods, int pieces, String price) throws IOException {
    ObjectNode order = example().put("currency", "CNY").put("insuranceCost", "0.00");
    order.put("transportCost", "0.00").put("vatScheme", "STANDARD").remove("iossNumber");
    order.putObject("consignor").put("country", "BE");
    order.putObject("consignee").put("country", "CN");
    ObjectNode line = line(pieces + " x " + goods + " @ " + price);
    order.set("lines", json.createArrayNode().add(line.put("netWeightKg", "0.020")));
    return order;
  }

  @Test
  void aCheckoutOnTheOtherSideOfTheLimitIsWarnedOf() throws IOException {
    ObjectNode order = example();
    order.put("currency", "USD").put("placedAt", "2026-11-03T10:00:00Z");
    order.set("lines", json.createArrayNode().add(line("1 x tablet computer #847130 @ 163.00")));

    String warnings = ask(order).body().path("warnings").toString();

    assertThat(warnings)
        .contains("149.54 EUR (H7 F48)", "150.23 EUR (H1 )")
        .contains("cannot go through the one-stop shop");
  }

  @Test
  void theEndpointStandsInTheDescriptionOfTheApi() {
    JsonNode api = send(asNobody("/api/openapi.json").GET()).body();

    JsonNode post = api.path("paths").path(DOOR).path("post");
    assertThat(post.at("/requestBody/content/application~1json/example/acceptedOn").asText())
        .isEqualTo("2026-11-22");
    assertThat(api.at("/components/schemas/LandedCostQuestion").toString())
        .contains("acceptedOn", "#/components/schemas/Order");
    assertThat(ask(post.at("/requestBody/content/application~1json/example")).status())
        .isEqualTo(200);
  }

  private Answer refused(String property, String value) throws IOException {
    Answer answer = ask(example().put(property, value));
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    return answer;
  }

  private ObjectNode example() throws IOException {
    return order((CSVRecord) cases().findFirst().orElseThrow().get()[1]);
  }

  private Answer ask(JsonNode order) {
    return post(DOOR, "application/json", order.toString());
  }

  private ObjectNode order(CSVRecord row) {
    ObjectNode order = json.createObjectNode();
    order
        .put("acceptedOn", row.get("accepted_on"))
        .put("reference", row.get("id"))
        .put("placedAt", row.get("paid_on") + "T10:00:00+01:00")
        .put("vatScheme", row.get("vat_scheme"))
        .put("incoterm", row.get("incoterm"))
        .put("saleKind", row.get("sale_kind"))
        .put("currency", row.get("currency"))
        .put("transportCost", row.get("transport"))
        .put("insuranceCost", row.get("insurance"));
    if (row.get("vat_scheme").equals("IOSS")) {
      order.put("iossNumber", "IM0560000010");
    }
    order.putObject("consignor").put("country", "CN");
    order.putObject("consignee").put("country", row.get("to"));
    for (int i = 0; i < Integer.parseInt(row.get("parcels")); i++) {
      order
          .withArray("parcels")
          .addObject()
          .put("grossWeightKg", "0.640")
          .put("lengthCm", 30)
          .put("widthCm", 20)
          .put("heightCm", 10);
    }
    for (String line : row.get("lines").split(" \\| ")) {
      order.withArray("lines").add(line(line));
    }
    return order;
  }

  private ObjectNode line(String text) {
    Matcher line = LINE.matcher(text);
    assertThat(line.matches()).as(text).isTrue();
    return json.createObjectNode()
        .put("quantity", Integer.parseInt(line.group(1)))
        .put("description", line.group(2))
        .put("hsCode", line.group(3))
        .put("unitPrice", line.group(4))
        .put("originCountry", "CN")
        .put("netWeightKg", "0.180");
  }
}
