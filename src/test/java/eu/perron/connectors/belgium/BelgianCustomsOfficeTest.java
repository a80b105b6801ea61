package eu.perron.connectors.belgium;

import static eu.perron.imports.ExampleDeclaration.DECLARED_AT;
import static eu.perron.imports.ExampleDeclaration.inAdvance;
import static eu.perron.imports.ExampleDeclaration.letter;
import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.imports.ControlResult;
import eu.perron.imports.DeclarationAnswer;
import eu.perron.imports.DeclarationLetter;
import eu.perron.imports.DeclarationState;
import eu.perron.imports.DocumentsLetter;
import eu.perron.imports.InvalidationLetter;
import eu.perron.imports.PresentationLetter;
import eu.perron.trade.Mrn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BelgianCustomsOfficeTest {
  private record Call(byte[] notification, Duration after) {}

  private final List<Call> calls = new ArrayList<>();
  private final BelgianCustomsOffice office = office(1);

  @ParameterizedTest(name = "{0}: {1} now, {2} later")
  @CsvSource({
    "'', RECEIVED, ACCEPTED 3 RELEASED 8",
    "lot BE416, RECEIVED, REFUSED 3",
    "lot BE906, REFUSED, ''",
    "lot BEDOC, RECEIVED, ACCEPTED 3 DOCUMENTS_REQUESTED 8",
    "lot BEINSP, RECEIVED, ACCEPTED 3 UNDER_INSPECTION 8 CONFORM 20 RELEASED 20",
    "lot BECORR, RECEIVED, ACCEPTED 3 UNDER_INSPECTION 8 CORRECTED 20 RELEASED 20",
    "lot BEDESTROY, RECEIVED, ACCEPTED 3 UNDER_INSPECTION 8 DESTROYED 20",
    "lot BESEIZE, RECEIVED, ACCEPTED 3 UNDER_INSPECTION 8 SEIZED 20",
    "lot BE451, RECEIVED, ACCEPTED 3 NOT_RELEASED 8",
    "lot BENONE, RECEIVED, ACCEPTED 3",
    "lot BPLOST, RECEIVED, ACCEPTED 3 RELEASED 8"
  })
  void theLotInTheDescriptionDecides(String lot, DeclarationState now, String later)
      throws Unreadable {
    byte[] receipt = office.declare(declaration("men's cotton T-shirt " + lot, "10.00"));

    assertThat(said(receipt).state()).isEqualTo(now);
    assertThat(called()).isEqualTo(later);
  }

  @ParameterizedTest(name = "{0}: {1} in advance, {2} once presented")
  @CsvSource({
    "'', REGISTERED 3, ACCEPTED 3 RELEASED 8",
    "lot BE416, REFUSED 3, ''",
    "lot BECORR, REGISTERED 3, ACCEPTED 3 UNDER_INSPECTION 8 CORRECTED 20 RELEASED 20"
  })
  void whatIsLodgedInAdvanceIsDecidedWhenItIsPresented(String lot, String before, String then)
      throws Unreadable {
    DeclarationLetter letter =
        inAdvance(anOrder().of(1, "T-shirt " + lot, "610910", "10.00").placed(), "H7", "F48");
    office.declare(new IdmsDeclarationComposer(new IdmsSettings(100)).write(letter));
    assertThat(called()).isEqualTo(before);
    String mrn = said(calls.get(0).notification()).mrn();
    calls.clear();

    byte[] receipt =
        office.present(
            IdmsPresentationComposer.write(
                "P1",
                List.of(
                    new PresentationLetter(
                        letter.lrn(),
                        mrn == null ? "26BEABCDEF123456R3" : mrn,
                        DECLARED_AT,
                        "BE0123456749",
                        "BELGG-HUB-01"))));

    assertThat(said(receipt).state())
        .isEqualTo(then.isEmpty() ? DeclarationState.REFUSED : DeclarationState.RECEIVED);
    assertThat(called()).isEqualTo(then);
  }

  @Test
  void acceptanceBringsAnMrnOfRightForm() throws Unreadable {
    office.declare(declaration("men's cotton T-shirt", "10.00"));

    Mrn mrn = Mrn.parse(said(calls.get(0).notification()).mrn());
    assertThat(mrn.country()).isEqualTo("BE");
    assertThat(mrn.procedureLetter()).contains('R');
    assertThat(mrn.year()).isEqualTo(2026);
  }

  @Test
  void theSameDeclarationAgainIsAnsweredTheSameAgain() {
    byte[] first = office.declare(declaration("men's cotton T-shirt", "10.00"));
    byte[] second = office.declare(declaration("men's cotton T-shirt", "10.00"));

    assertThat(second).isEqualTo(first);
    assertThat(calls.get(2).notification()).isEqualTo(calls.get(0).notification());
    assertThat(calls.get(3).notification()).isEqualTo(calls.get(1).notification());
  }

  @Test
  void oneBadDeclarationOfABatchDoesNotHinderTheOthers() throws Unreadable {
    byte[] batch =
        Samples.text("DeclarationBatch.xml")
            .replaceFirst("quartz wrist-watch", "lot BE906")
            .getBytes(StandardCharsets.UTF_8);

    byte[] receipts = office.declare(batch);

    assertThat(new String(receipts, StandardCharsets.UTF_8))
        .isEqualTo(Samples.text("ReceiptBatch.xml"));
    assertThat(called()).isEqualTo("ACCEPTED 3 RELEASED 8");
    assertThat(said(calls.get(1).notification()).lrn()).isEqualTo("PR26112200A1H101");
    assertThat(office.declare(batch)).isEqualTo(receipts);
  }

  @Test
  void whatIsDeclaredTogetherIsToldAboutTogether() throws Unreadable {
    byte[] batch = Samples.read("DeclarationBatch.xml");

    office.declare(batch);

    assertThat(calls).extracting(call -> call.after().toSeconds()).containsExactly(3L, 8L);
    assertThat(new String(calls.get(0).notification(), StandardCharsets.UTF_8))
        .isEqualTo(Samples.text("NotificationBatch.xml"));
    List<Call> first = List.copyOf(calls);
    office.declare(batch);
    assertThat(calls.get(2).notification()).isEqualTo(first.get(0).notification());
    assertThat(calls.get(3).notification()).isEqualTo(first.get(1).notification());
  }

  @Test
  void anotherDeclarationUnderTheSameLrnIsRefused() throws Unreadable {
    office.declare(declaration("men's cotton T-shirt", "10.00"));
    calls.clear();

    DeclarationAnswer answer = said(office.declare(declaration("men's cotton T-shirt", "11.00")));

    assertThat(answer.state()).isEqualTo(DeclarationState.REFUSED);
    assertThat(answer.reason()).contains("was used for another declaration");
    assertThat(calls).isEmpty();
  }

  @Test
  void theFaultyItemIsNamed() throws Unreadable {
    byte[] body =
        new IdmsDeclarationComposer(new IdmsSettings(100))
            .write(
                letter(
                    anOrder()
                        .of(1, "wool socks", "611596", "5.00")
                        .of(1, "necklace lot BE416", "711719", "5.00")
                        .placed(),
                    "H7",
                    "F48"));

    office.declare(body);

    assertThat(said(calls.get(0).notification()).item()).isEqualTo(2);
  }

  @Test
  void lodgedDocumentsBringTheRelease() throws Unreadable {
    office.declare(declaration("men's cotton T-shirt lot BEDOC", "10.00"));
    DeclarationAnswer asked = said(calls.get(1).notification());
    calls.clear();

    byte[] receipt =
        office.lodge(
            IdmsDocumentsComposer.write(
                new DocumentsLetter(
                    asked.lrn() + "D1",
                    asked.lrn(),
                    asked.mrn(),
                    "invoice.pdf",
                    null,
                    DECLARED_AT.plusSeconds(60),
                    List.of()),
                id -> new byte[0]));

    assertThat(said(receipt).state()).isEqualTo(DeclarationState.RECEIVED);
    assertThat(called()).isEqualTo("RELEASED 4");
    assertThat(said(calls.get(0).notification()).mrn()).isEqualTo(asked.mrn());
  }

  @Test
  void aRequestToInvalidateIsGranted() throws Unreadable {
    office.invalidate(
        new IdmsInvalidationComposer()
            .write(
                new InvalidationLetter("PR26112200A1H701", null, "Order cancelled", DECLARED_AT)));

    assertThat(called()).isEqualTo("INVALIDATED 3");
  }

  @Test
  void whatIsNoDeclarationIsRefusedWithTheElementAtFault() throws Unreadable {
    assertThat(said(office.declare("<IE001/>".getBytes(StandardCharsets.UTF_8))).reason())
        .startsWith("IE001");
    assertThat(said(office.declare(Samples.read("IE429.xml"))).reason())
        .contains("is no declaration");
    assertThat(said(office.lodge(Samples.read("IE001.xml"))).reason())
        .contains("DocumentsLodged is wanted");
    assertThat(calls).isEmpty();
  }

  @Test
  void atPaceNoughtEverythingIsDatedAtOnce() throws Unreadable {
    BelgianCustomsOffice hasty = office(0);

    hasty.declare(declaration("men's cotton T-shirt", "10.00"));

    assertThat(said(calls.get(1).notification()).at()).isEqualTo(DECLARED_AT);
  }

  private BelgianCustomsOffice office(double pace) {
    return new BelgianCustomsOffice(
        new OfficePractice(
            (notification, after, atLeast) -> calls.add(new Call(notification, after)),
            (message, entry) -> {},
            pace),
        new Remembered(),
        Clock.fixed(DECLARED_AT, ZoneOffset.UTC));
  }

  private static final class Remembered implements LodgedInAdvance {
    private final Map<String, Case> cases = new HashMap<>();

    @Override
    public void keep(String lrn, Case which) {
      cases.putIfAbsent(lrn, which);
    }

    @Override
    public Optional<Case> find(String lrn) {
      return Optional.ofNullable(cases.get(lrn));
    }
  }

  private static byte[] declaration(String description, String price) {
    return new IdmsDeclarationComposer(new IdmsSettings(100))
        .write(letter(anOrder().of(1, description, "610910", price).placed(), "H7", "F48"));
  }

  private String called() throws Unreadable {
    StringBuilder told = new StringBuilder();
    for (Call call : calls) {
      told.append(told.isEmpty() ? "" : " ")
          .append(word(call.notification()))
          .append(' ')
          .append(call.after().toSeconds());
    }
    return told.toString();
  }

  private static String word(byte[] message) throws Unreadable {
    Object content = CustomsVoice.understand(Idms.read(message)).get(0).content();
    return content instanceof ControlResult result
        ? result.corrections().isEmpty() ? "CONFORM" : "CORRECTED"
        : ((DeclarationAnswer) content).state().name();
  }

  private static DeclarationAnswer said(byte[] message) throws Unreadable {
    List<Arrival> arrivals = CustomsVoice.understand(Idms.read(message));
    return (DeclarationAnswer) arrivals.get(0).content();
  }
}
