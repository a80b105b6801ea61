package eu.perron.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.duties.ATablet;
import eu.perron.reference.ListVersion.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list on its way from its publisher's file to what an order costs, and what is known of it. */
class ReferenceListsTest extends PerronTest {
  private static final String PAGE = "/operations/reference";

  /** No other test asks for such days. */
  private static final LocalDate LATER = LocalDate.of(2041, 1, 1);

  @Autowired private ReferenceLists lists;
  @Autowired private PublishedLists published;
  @Autowired private JdbcClient jdbc;

  @Test
  void aRateCountsFromTheDayThatAPersonSays() throws IOException {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    assertThat(vatRate("2041-02-01")).isEqualTo("21.00");
    String file = text("vat_rates.csv") + "2041-01-15,,BE,EUR,0.22,standard,Belgium to come.\n";

    String shown = operator.submitFile(PAGE, PAGE + "/lists", "vat_rates.csv", file).body();

    ListVersion proposed = lists.newest(1).get(0);
    assertThat(shown).contains("vat_rates.csv", "Put in force");
    assertThat(operator.read(PAGE + "/" + proposed.version() + "?from=2041-02-01"))
        .as("what changes on that day")
        .contains("21 %", "22 %");
    assertThat(vatRate("2041-02-01"))
        .as("nothing counts before a person decides")
        .isEqualTo("21.00");

    putInForce(operator, proposed, LATER);

    assertThat(vatRate("2041-02-01")).isEqualTo("22.00");
    assertThat(vatRate("2041-01-14")).as("the row has a day of its own").isEqualTo("21.00");
    assertThat(vatRate("2040-12-31")).as("the table counts until then").isEqualTo("21.00");
    assertThat(landedCost("2041-02-01").path("rules").toString())
        .contains("VAT BE", "vat_rates.csv, handed in by operator, version " + proposed.version());
    assertThat(operator.read(PAGE + "/" + proposed.version() + "/original")).isEqualTo(file);
    assertThat(
            jdbc.sql(
                    "SELECT (SELECT COUNT(*) FROM audit_entry WHERE thing = :list) + (SELECT"
                        + " COUNT(*) FROM audit_waiting WHERE thing = :list)")
                .param("list", "reference list " + proposed.version())
                .query(Integer.class)
                .single())
        .as("taken, and put in force")
        .isEqualTo(2);
  }

  @Test
  void theCodesWeGoByAreLookedUpInTheList() throws IOException {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    assertThat(operator.read(PAGE))
        .contains("BELGG000", "import-practice.csv, customsOffice", "Liège Airport (invented code)")
        .contains("756", "ASL Airlines Belgium (3V)", "air_schedule");
    String others = "prefix,airline\n235,Turkish Cargo\n";
    operator.submitFile(PAGE, PAGE + "/lists", "prefixes.csv", others);
    ListVersion proposed = lists.newest(1).get(0);

    assertThat(operator.read(PAGE + "/" + proposed.version()))
        .as("nearly all would be gone")
        .contains("is the file whole?", "ASL Airlines Belgium (3V)");
    putInForce(operator, proposed, LATER);

    assertThat(lists.inUse(LATER))
        .filteredOn(used -> used.code().kind() == ListKind.AIRLINE_PREFIXES)
        .singleElement()
        .satisfies(
            used -> {
              assertThat(used.code().code()).isEqualTo("756");
              assertThat(used.name()).as("the list does not know it").isNull();
            });
    assertThat(lists.inUse(LATER.minusDays(1)))
        .as("the table we are delivered with knows them all")
        .noneMatch(used -> used.name() == null);
  }

  @Test
  void aListThatIsLeftNeverCounts() throws IOException {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    operator.submitFile(PAGE, PAGE + "/lists", "offices.xml", text("customs-offices.xml"));
    ListVersion proposed = lists.newest(1).get(0);
    assertThat(proposed.kind()).isEqualTo(ListKind.CUSTOMS_OFFICES);

    operator.submit(
        PAGE + "/" + proposed.version(), PAGE + "/" + proposed.version() + "/leave", Map.of());
    assertThat(
            operator
                .submit(
                    PAGE + "/" + proposed.version(),
                    PAGE + "/" + proposed.version() + "/in-force",
                    Map.of("from", LATER.toString()))
                .body())
        .contains("It changed meanwhile");

    assertThat(lists.find(proposed.version()).orElseThrow().state()).isEqualTo(State.DISCARDED);
    assertThat(published.on(ListKind.CUSTOMS_OFFICES, LATER)).isEmpty();
  }

  @Test
  void whatIsNoListIsNotTaken() {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    int before = lists.newest(1000).size();

    assertThat(operator.submitFile(PAGE, PAGE + "/lists", "x.csv", "hello\n").body())
        .contains("none of the lists we take");
    assertThat(operator.submitFile(PAGE, PAGE + "/lists", "empty.csv", "").body())
        .contains("it is empty");

    assertThat(lists.newest(1000)).hasSize(before);
  }

  @Test
  void aClerkDoesNotChangeTheLists() throws IOException {
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");

    assertThat(clerk.open(PAGE).statusCode()).isEqualTo(403);
    assertThat(
            clerk
                .submitFile("/desk", PAGE + "/lists", "p.csv", "prefix,airline\n756,X\n")
                .statusCode())
        .isEqualTo(403);
  }

  private static void putInForce(Visitor operator, ListVersion version, LocalDate from) {
    assertThat(
            operator
                .submit(
                    PAGE + "/" + version.version(),
                    PAGE + "/" + version.version() + "/in-force",
                    Map.of("from", from.toString()))
                .body())
        .contains("It counts from the day you said");
  }

  private String vatRate(String acceptedOn) {
    return landedCost(acceptedOn).path("vatRate").asText();
  }

  private JsonNode landedCost(String acceptedOn) {
    Answer answer =
        post(
            "/api/v1/landed-costs",
            "application/json",
            ATablet.acceptedOn(acceptedOn, "EUR", "100.00").toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static String text(String name) throws IOException {
    return new String(ListFileTest.sample(name), StandardCharsets.UTF_8);
  }
}
