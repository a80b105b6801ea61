package eu.perron.imports;

import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.trade.Liege;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customs is down: declarations on paper, on the real database and beside the real post. */
class PaperDeclarationsTest extends AtLiege {
  private static final Instant STAMPED =
      Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
  private static final String STAMPED_AT = LocalDateTime.ofInstant(STAMPED, Liege.TIME).toString();
  @Autowired private PaperDeclarations papers;
  @Autowired private PaperDecisions decisions;
  @Autowired private Imports imports;
  @Autowired private ImportLodging lodging;
  @Autowired private ImportWithdrawals withdrawals;
  @Autowired private CustomsAnswers answers;
  @Autowired private PartnerSwitch switches;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void customsIsDown() {
    switches.declareDown(Partner.BELGIAN_CUSTOMS, "test", "no line");
  }

  @AfterEach
  void customsIsBack() {
    switches.declareUp(Partner.BELGIAN_CUSTOMS, "test");
  }

  @Test
  void whatIsReleasedOnPaperIsReleasedAndOwesWhatItWouldHave() {
    String order = onPaper(50);
    decisions.recordLodging(order, "Liège", STAMPED_AT, "LGG 17", "RELEASED", "no remarks", "anna");

    assertThat(imports.isReleased(order)).isTrue();
    DeclarationRecord declaration = imports.declarations(order).get(0);
    assertThat(declaration.acceptedAt()).as("Liège's own time").isEqualTo(STAMPED);
    assertThat(declaration.payable()).isEqualByComparingTo("3.00");
    assertThat(declaration.mrn()).as("a stamp is no MRN").isNull();
    assertThat(declaration.paperReference()).isEqualTo("PN-" + order + "H701");
    assertThat(papers.find(order).orElseThrow().stampedNumber()).isEqualTo("LGG 17");
    assertThat(letters(order)).isEmpty();
  }

  @Test
  void theMrnThatTheOfficeGivesIsTheDeclarationsOnce() {
    String first = onPaper(51);
    String second = onPaper(52);
    String mrn = "26ESH7A000067965R5";
    decisions.recordLodging(
        first, "Liège", STAMPED_AT, "26 ESH7A00006 7965R5", "RELEASED", null, "anna");

    assertThat(imports.declarations(first).get(0).mrn()).isEqualTo(mrn);
    assertThatThrownBy(
            () ->
                decisions.recordLodging(second, "Liège", STAMPED_AT, mrn, "RELEASED", null, "anna"))
        .hasMessageContaining(first);
    assertThat(imports.isReleased(second)).isFalse();
  }

  @Test
  void paperIsLawfulOnlyWhileCustomsIsDeclaredDown() {
    String order = declared(53);
    switches.declareUp(Partner.BELGIAN_CUSTOMS, "test");
    PaperOutcome outcome = lodged(order);
    assertThat(outcome).isIn(PaperOutcome.NOT_DOWN, PaperOutcome.NOT_QUEUED);
    assertThat(papers.find(order)).isEmpty();
    assertThat(lodged(arrived(anOrder().of(1, "wool socks", "611596", "5.00"), 54)))
        .as("never declared")
        .isEqualTo(PaperOutcome.NOT_QUEUED);
  }

  @Test
  void anElectronicAnswerIsShownToAPersonAndChangesNothing() {
    String order = onPaper(55);
    ImportsView before = view(order);
    Outcome outcome =
        answers.apply(
            new DeclarationAnswer(
                DeclarationState.RELEASED,
                order + "H701",
                "26BEABCDEF123456R3",
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                "IE429 x"));

    assertThat(outcome.forAPerson()).isTrue();
    assertThat(outcome.why()).contains("PN-" + order + "H701", "RELEASED");
    assertThat(view(order)).isEqualTo(before);
    assertThat(papers.contradicted(50)).extracting(PaperRecord::orderNumber).contains(order);
  }

  @Test
  void noMessageAboutItGoesOut() {
    String order = onPaper(56);
    assertThatThrownBy(() -> imports.lodgeDocuments(order, "INV-17.pdf", null))
        .hasMessageContaining("on paper");
    assertThat(withdrawals.withdraw(order, "Order cancelled"))
        .as("a person must see it undone")
        .isTrue();
    assertThat(imports.declarations(order).get(0).state()).isEqualTo(DeclarationState.WITHDRAWN);
    assertThat(letters(order)).isEmpty();
  }

  @Test
  void refusedByTheOfficeItIsDeclaredAnewUnderAnotherLrn() {
    String order = onPaper(57);
    decisions.recordLodging(order, "Liège", STAMPED_AT, null, "REFUSED", "box 31 unclear", "anna");
    assertThat(imports.isDeclared(order)).isFalse();

    lodging.declareAgain(order, "socks of wool, knitted", null);

    assertThat(letters(order)).containsExactly("declaration " + order + "H702");
    assertThat(lodged(order)).as("that one may go on paper too").isEqualTo(PaperOutcome.ON_PAPER);
    assertThat(papers.sheet(order).orElseThrow().declaration().items().get(0).description())
        .isEqualTo("socks of wool, knitted");
  }

  @Test
  void whatIsGivenUpBeforeItLeftIsWithdrawnAndNotLodged() {
    String order = declared(58);
    withdrawals.giveUp(order, "The goods go back");
    assertThat(imports.declarations(order).get(0).state()).isEqualTo(DeclarationState.WITHDRAWN);
    assertThat(lodged(order)).isEqualTo(PaperOutcome.NOT_QUEUED);
    assertThat(letters(order)).isEmpty();
  }

  @Test
  void twoClerksAtOnceChooseItOnce() throws Exception {
    List<String> orders = new ArrayList<>();
    for (int serial = 60; serial < 90; serial++) {
      orders.add(declared(serial));
    }
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    try {
      Callable<Map<String, PaperOutcome>> choosing = () -> papers.lodgeOnPaper(orders, "anna");
      List<PaperOutcome> told = new ArrayList<>();
      for (Future<Map<String, PaperOutcome>> chosen :
          clerks.invokeAll(List.of(choosing, choosing))) {
        assertThat(chosen.get()).hasSize(orders.size());
        told.addAll(chosen.get().values());
      }
      assertThat(told).filteredOn(PaperOutcome.ON_PAPER::equals).hasSize(orders.size());
      assertThat(told).filteredOn(PaperOutcome.ALREADY::equals).hasSize(orders.size());
    } finally {
      clerks.shutdownNow();
    }
    assertThat(orders).allSatisfy(order -> assertThat(papers.find(order)).isPresent());
  }

  @Test
  void theOfficeNeedsATimeAndANumber() {
    String order = onPaper(91);
    assertThatThrownBy(() -> lodging(order, STAMPED_AT, " "))
        .hasMessage("Please say the number that the office gave it.");
    assertThatThrownBy(() -> lodging(order, "yesterday", "LGG 1")).hasMessageContaining("no time");
    assertThatThrownBy(() -> lodging(order, "2096-11-22T15:30", "LGG 1"))
        .hasMessageContaining("future");
    assertThat(imports.declarations(order).get(0).state()).isEqualTo(DeclarationState.ON_PAPER);
  }

  private void lodging(String order, String at, String number) {
    decisions.recordLodging(order, "Liège", at, number, "RELEASED", null, "anna");
  }

  private record ImportsView(DeclarationRecord declaration, List<String> timeline) {}

  private ImportsView view(String order) {
    return new ImportsView(
        imports.declarations(order).get(0),
        jdbc.sql("SELECT code FROM timeline_event WHERE order_number = :order ORDER BY code")
            .param("order", order)
            .query(String.class)
            .list());
  }

  private String onPaper(int serial) {
    String order = declared(serial);
    assertThat(lodged(order)).isEqualTo(PaperOutcome.ON_PAPER);
    return order;
  }

  private String declared(int serial) {
    String order = arrived(anOrder().of(1, "wool socks", "611596", "5.00"), serial);
    lodging.declare(order, "H7", "F48");
    return order;
  }

  private PaperOutcome lodged(String order) {
    return papers.lodgeOnPaper(List.of(order), "anna").get(order);
  }

  /** What customs was or will be sent about it. */
  private List<String> letters(String order) {
    return jdbc.sql(
            "SELECT CONCAT(operation, ' ', letter_key) FROM exchange_letter WHERE about = :order "
                + "AND withdrawn_at IS NULL")
        .param("order", order)
        .query(String.class)
        .list();
  }
}
