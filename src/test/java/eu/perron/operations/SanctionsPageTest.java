package eu.perron.operations;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.journeys.InventedList;
import eu.perron.sanctions.ListVersion;
import eu.perron.sanctions.ListVersion.State;
import eu.perron.sanctions.SanctionsLists;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator hands a list in, sees what it changes and brings it into force. */
class SanctionsPageTest extends PerronTest {
  private static final String PAGE = "/operations/sanctions";
  @Autowired private SanctionsLists lists;
  @Autowired private JdbcClient jdbc;

  @Test
  void aListIsLookedAtBeforeItTakesEffect() {
    InventedList before = new InventedList(lists);
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    String file = InventedList.with("Philippa Thunderclasp");

    String shown = operator.submitFile(PAGE, PAGE + "/lists", "fsf.xml", file).body();

    assertThat(shown).contains("Philippa Thunderclasp").contains("Bring into force");
    ListVersion proposed = lists.newest(1).get(0);
    assertThat(proposed.state()).isEqualTo(State.PROPOSED);
    assertThat(proposed.fileName()).isEqualTo("fsf.xml");
    assertThat(proposed.takenBy()).isEqualTo("operator");
    assertThat(operator.read(PAGE + "/" + proposed.version() + "/original")).isEqualTo(file);
    assertThat(checked(operator, "Philippa Thunderclasp")).contains("Nobody on the list");

    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    assertThat(
            clerk
                .submit(PAGE, PAGE + "/" + proposed.version() + "/in-force", Map.of())
                .statusCode())
        .isEqualTo(403);
    assertThat(
            operator
                .submit(
                    PAGE + "/" + proposed.version(),
                    PAGE + "/" + proposed.version() + "/in-force",
                    Map.of())
                .body())
        .contains("It is in force.");
    try {
      assertThat(lists.inForce().orElseThrow().version()).isEqualTo(proposed.version());
      assertThat(checked(operator, "Filippa Thunderclasp"))
          .contains("filippa ~ philippa")
          .contains("thunderclasp = thunderclasp");
      assertThat(acts("LIST_TAKEN")).isPositive();
      assertThat(acts("LIST_IN_FORCE")).isPositive();
    } finally {
      before.isTakenBack();
    }
  }

  private static String checked(Visitor visitor, String name) {
    return visitor.submit(PAGE, PAGE + "/check", Map.of("name", name)).body();
  }

  private int acts(String act) {
    return jdbc.sql(
            "SELECT (SELECT COUNT(*) FROM audit_entry WHERE act = :act) "
                + "+ (SELECT COUNT(*) FROM audit_waiting WHERE act = :act)")
        .param("act", act)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatScreensNobodyIsNotTaken() {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    int before = lists.newest(100).size();

    assertThat(
            operator
                .submitFile(
                    PAGE,
                    PAGE + "/lists",
                    "undated.xml",
                    InventedList.with("A B").replaceFirst("generationDate=\"[^\"]*\"", ""))
                .body())
        .contains("bears no date");
    assertThat(operator.submitFile(PAGE, PAGE + "/lists", "empty.csv", "").body())
        .contains("it is empty");
    assertThat(operator.submitFile(PAGE, PAGE + "/lists", "half.xml", "<export").body())
        .contains("no whole XML");
    assertThat(lists.newest(100)).hasSize(before);
  }

  @Test
  void aClerkRemembersWhoIsNotMeantAndTakesItBack() {
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    Map<String, String> party = Map.of("name", "Zoltan Quillfeathers", "country", "BE");
    assertThat(clerk.submit(PAGE, PAGE + "/check", party).body()).contains("EU.0.1");

    String remembered =
        clerk
            .submit(
                PAGE,
                PAGE + "/cleared",
                Map.of(
                    "name", "Zoltan Quillfeathers",
                    "country", "BE",
                    "entry", "900001",
                    "note", "a choir in Bouillon"))
            .body();

    assertThat(remembered).contains("a choir in Bouillon");
    String id =
        jdbc.sql("SELECT MAX(id) FROM sanctions_cleared WHERE withdrawn_at IS NULL")
            .query(String.class)
            .single();
    assertThat(clerk.submit(PAGE, PAGE + "/cleared/" + id + "/withdraw", Map.of()).body())
        .doesNotContain("a choir in Bouillon");
    assertThat(acts("PARTY_CLEARED")).isPositive();
    assertThat(acts("CLEARING_WITHDRAWN")).isPositive();
  }

  @Test
  void itIsForOperatorsAndClerks() {
    assertThat(new Visitor(this::url).loggedInAs("hub").open(PAGE).statusCode()).isEqualTo(403);
    assertThat(new Visitor(this::url).open(PAGE).uri().getPath()).isEqualTo("/login");
    assertThat(
            new Visitor(this::url)
                .loggedInAs("clerk")
                .submitFile(PAGE, PAGE + "/lists", "x.xml", "<export/>")
                .statusCode())
        .isEqualTo(403);
  }
}
