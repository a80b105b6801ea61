package eu.perron.duties;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.perron.PerronTest;
import eu.perron.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published rates, on their way from the publisher's file to what an order costs. */
class RateImportsTest extends PerronTest {
  private static final String PAGE = "/operations/rates";
  @Autowired private JdbcClient jdbc;
  @Autowired private ImportedRates imported;

  @Test
  void anImportedRateTakesEffectOnceItsChangeWasSeen() throws IOException {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    assertThat(intrinsicValueInDollars("2027-03-15", "109.50")).isEqualTo("100.92");

    String id = handIn(operator, "customs-2027-03.csv");

    assertThat(operator.read(PAGE + "/" + id))
        .contains("USD", "1.0850", "1.0950", "0.92 %", "2027-03-01 – 2027-03-31");
    assertThat(intrinsicValueInDollars("2027-03-15", "109.50"))
        .as("nothing takes effect before a person decides")
        .isEqualTo("100.92");

    operator.submit(PAGE + "/" + id, PAGE + "/" + id + "/in-force", Map.of());
    imported.changed();

    assertThat(intrinsicValueInDollars("2027-03-15", "109.50")).isEqualTo("100.00");
    assertThat(intrinsicValueInDollars("2027-04-01", "109.50"))
        .as("the next month has no table yet")
        .isEqualTo("100.92");
    assertThat(operator.read(PAGE + "/" + id)).contains("It changes nothing");
    assertThat(operator.open(PAGE + "/" + id + "/original").body())
        .isEqualTo(Files.readString(sample("customs-2027-03.csv")));
  }

  @Test
  void aCheckoutIsReckonedByTheCentralBanksRateOfTheDayOrTheLastBefore() throws IOException {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    String id = handIn(operator, "eurofxref-daily.xml");
    operator.submit(PAGE + "/" + id, PAGE + "/" + id + "/in-force", Map.of());
    imported.changed();

    ObjectNode order = ATablet.acceptedOn("2027-05-20", "USD", "110.00");
    JsonNode cost =
        ask(
            order
                .put("vatScheme", "IOSS")
                .put("iossNumber", "IM0560000010")
                .put("placedAt", "2027-03-10T12:00:00Z"));

    assertThat(cost.path("vatBase").asText()).isEqualTo("103.00");
    assertThat(cost.path("rules").toString())
        .contains("central bank rate USD 1.1", "European Central Bank, eurofxref of 2027-03-10");
  }

  @Test
  void aCorrectionIsTheNextVersionAndTheFormerStaysOnRecord() {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    String head = "currency,per_euro,valid_from,valid_to\n";
    putInForce(operator, head + "USD,1.2000,2027-06-01,2027-06-30\n");
    putInForce(operator, head + "USD,1.2500,2027-06-01,2027-06-30\n");
    imported.changed();

    assertThat(intrinsicValueInDollars("2027-06-15", "125.00")).isEqualTo("100.00");
    assertThat(
            jdbc.sql(
                    "SELECT per_euro FROM exchange_rate WHERE valid_from = '2027-06-01' AND"
                        + " currency = 'USD' ORDER BY version")
                .query(java.math.BigDecimal.class)
                .list())
        .extracting(rate -> rate.stripTrailingZeros().toPlainString())
        .containsExactly("1.2", "1.25");
  }

  @Test
  void aFileThatCannotBeReadIsNotKeptAndComesBackWithTheReason() {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    int before = files();

    String page =
        operator
            .submit(PAGE, PAGE, Map.of("name", "rates.csv", "content", "currency,per_euro\nUSD,1"))
            .body();

    assertThat(page).contains("no column valid_from").contains("currency,per_euro");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void onlyOperatorsSeeThem() {
    assertThat(new Visitor(this::url).loggedInAs("clerk").open(PAGE).statusCode()).isEqualTo(403);
  }

  private int files() {
    return jdbc.sql("SELECT COUNT(*) FROM rate_file").query(Integer.class).single();
  }

  private void putInForce(Visitor operator, String content) {
    operator.submit(PAGE, PAGE, Map.of("name", "correction.csv", "content", content));
    String id = newest();
    operator.submit(PAGE + "/" + id, PAGE + "/" + id + "/in-force", Map.of());
  }

  private String handIn(Visitor operator, String sample) throws IOException {
    operator.submit(
        PAGE, PAGE, Map.of("name", sample, "content", Files.readString(sample(sample))));
    return newest();
  }

  private String newest() {
    return jdbc.sql("SELECT id FROM rate_file ORDER BY id DESC LIMIT 1")
        .query(String.class)
        .single();
  }

  private static Path sample(String name) {
    return Path.of("src/test/resources/duties/rates", name);
  }

  private String intrinsicValueInDollars(String day, String price) {
    return ask(ATablet.acceptedOn(day, "USD", price)).path("intrinsicValue").asText();
  }

  private JsonNode ask(ObjectNode order) {
    Answer answer = post("/api/v1/landed-costs", "application/json", order.toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }
}
