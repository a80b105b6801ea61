package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExportDeclarationTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final CustomsCodes CODES = new CustomsCodes(CustomsCodesTest.OURS);
  private static final ExportDeclaration LODGED =
      ExportDeclaration.lodged(
          "PRN000000001", 1, "0B0E3B0A-0000-4000-8000-000000000001", "A", NOON);

  /** Receipts of one list as they were given, one second apart, and how the list then stands. */
  static Stream<Arguments> histories() {
    return Stream.of(
        Arguments.of(List.of(120, 800), ExportState.RELEASED),
        Arguments.of(List.of(1, 2, 3, 120, 800), ExportState.RELEASED),
        Arguments.of(List.of(120, 300, 399, 800, 899), ExportState.CLOSED),
        Arguments.of(List.of(120, 500, 800), ExportState.RELEASED),
        Arguments.of(List.of(120, 500, 503, 800, 899), ExportState.CLOSED),
        Arguments.of(List.of(120, 300), ExportState.UNDER_REVIEW),
        Arguments.of(List.of(120, 100), ExportState.RETURNED),
        Arguments.of(List.of(100), ExportState.RETURNED),
        Arguments.of(List.of(4), ExportState.MALFORMED),
        Arguments.of(List.of(-621029), ExportState.MALFORMED),
        Arguments.of(List.of(120, -621004), ExportState.STORED),
        Arguments.of(List.of(120, 800, -621004), ExportState.RELEASED),
        Arguments.of(List.of(120, 501), ExportState.DETAINED),
        Arguments.of(List.of(120, 502, 700), ExportState.REFUSED),
        Arguments.of(List.of(120, 599), ExportState.DETAINED),
        Arguments.of(List.of(120, 800, 501), ExportState.DETAINED));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void receiptsEarlyLateDoubledAndShuffledEndInTheSameState(
      List<Integer> history, ExportState end) {
    ExportDeclaration inOrder = hearAll(LODGED, receipts(history)).declaration();
    assertThat(inOrder.state()).isEqualTo(end);
    for (List<ExportReceipt> shuffled : permutations(receipts(history))) {
      List<ExportReceipt> doubled = new ArrayList<>();
      shuffled.forEach(receipt -> doubled.addAll(List.of(receipt, receipt)));
      doubled.addAll(shuffled);
      assertThat(hearAll(LODGED, doubled).declaration()).as("%s", shuffled).isEqualTo(inOrder);
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void theLastAnswerGivenIsTheOneThatStandsAndNoneIsRepeated(
      List<Integer> history, ExportState end) {
    for (List<ExportReceipt> shuffled : permutations(receipts(history))) {
      Heard heard = hearAll(LODGED, shuffled);
      List<Class<?>> kinds = heard.answers().stream().<Class<?>>map(Object::getClass).toList();
      for (int i = 1; i < kinds.size(); i++) {
        assertThat(kinds.get(i)).isNotEqualTo(kinds.get(i - 1));
      }
      if (end.answer() != ExportState.Answer.NONE) {
        assertThat(kinds.get(kinds.size() - 1).getSimpleName()).isEqualTo(named(end));
      }
    }
  }

  @Test
  void aReleaseBeforeItsStorageIsToldOnce() {
    Heard heard = hearAll(LODGED, List.of(receipt(800, 2), receipt(120, 1), receipt(800, 2)));

    assertThat(heard.answers()).containsExactly(new ExportReleased("PRN000000001", false));
    assertThat(heard.declaration().invtNo()).isEqualTo("INVT");
  }

  @Test
  void aReleaseAfterAnInspectionSaysSo() {
    Heard heard = hearAll(LODGED, List.of(receipt(120, 1), receipt(500, 2), receipt(800, 3)));

    assertThat(heard.answers())
        .containsExactly(
            new ExportInspection("PRN000000001"), new ExportReleased("PRN000000001", true));
  }

  @Test
  void anInspectionHeardOfAfterTheReleaseIsNotTold() {
    Heard heard = hearAll(LODGED, List.of(receipt(800, 3), receipt(500, 2)));

    assertThat(heard.answers()).containsExactly(new ExportReleased("PRN000000001", false));
  }

  @Test
  void detentionAfterReleaseIsTold() {
    Heard heard = hearAll(LODGED, List.of(receipt(800, 1), receipt(501, 2)));

    assertThat(heard.answers())
        .last()
        .isEqualTo(new ExportRefused("PRN000000001", "said 501", false));
  }

  @Test
  void manualReviewKeepsTheOrderWaitingAndIsNoted() {
    Heard heard = hearAll(LODGED, List.of(receipt(120, 1), receipt(300, 2)));

    assertThat(heard.answers()).isEmpty();
    assertThat(heard.declaration().state()).isEqualTo(ExportState.UNDER_REVIEW);
    assertThat(heard.declaration().reason()).isEqualTo("said 300");
  }

  @Test
  void aListThatWasReplacedIsHeardButTellsNothing() {
    Heard heard = hearAll(LODGED.replaced(), List.of(receipt(100, 1)));

    assertThat(heard.answers()).isEmpty();
    assertThat(heard.declaration().state()).isEqualTo(ExportState.RETURNED);
  }

  @Test
  void aReleaseOnPaperStandsUntilCustomsSayMore() {
    ExportDeclaration onPaper = LODGED.releasedOnPaper(NOON.plusSeconds(60));

    assertThat(hearAll(onPaper, List.of(receipt(500, 2))).answers()).isEmpty();
    Heard released = hearAll(onPaper, List.of(receipt(800, 90)));
    assertThat(released.answers()).isEmpty();
    assertThat(released.declaration().state()).isEqualTo(ExportState.RELEASED);
  }

  @Test
  void theLineCustomsComplainOfIsFound() {
    assertThat(ExportDeclaration.disputedLine("gnum 2 the name is not specific")).isEqualTo(1);
    assertThat(ExportDeclaration.disputedLine("gnum:3, price")).isEqualTo(2);
    assertThat(ExportDeclaration.disputedLine("the price is too low")).isZero();
    assertThat(ExportDeclaration.disputedLine(null)).isZero();
  }

  private static ExportDeclaration.Hearing hear(
      ExportDeclaration declaration, ExportReceipt receipt) {
    return declaration.hear(receipt, CODES.saidBy(receipt.status(), receipt.at()).orElseThrow());
  }

  private static String named(ExportState state) {
    return switch (state.answer()) {
      case RELEASED -> "ExportReleased";
      case RETURNED -> "ExportReturned";
      case INSPECTION -> "ExportInspection";
      case REFUSED -> "ExportRefused";
      case NONE -> "";
    };
  }

  private record Heard(ExportDeclaration declaration, List<ExportAnswer> answers) {}

  private static Heard hearAll(ExportDeclaration declaration, List<ExportReceipt> receipts) {
    List<ExportAnswer> answers = new ArrayList<>();
    for (ExportReceipt receipt : receipts) {
      ExportDeclaration.Hearing hearing = hear(declaration, receipt);
      declaration = hearing.declaration();
      hearing.answer().ifPresent(answers::add);
    }
    return new Heard(declaration, answers);
  }

  private static List<ExportReceipt> receipts(List<Integer> statuses) {
    List<ExportReceipt> receipts = new ArrayList<>();
    statuses.forEach(status -> receipts.add(receipt(status, receipts.size() + 1)));
    return receipts;
  }

  private static ExportReceipt receipt(int status, int second) {
    return new ExportReceipt(
        "PRN000000001-1",
        "PRE",
        status >= 120 ? "INVT" : "",
        status,
        NOON.plusSeconds(second),
        "said " + status);
  }

  private static List<List<ExportReceipt>> permutations(List<ExportReceipt> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<ExportReceipt>> all = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<ExportReceipt> rest = new ArrayList<>(of);
      ExportReceipt first = rest.remove(i);
      for (List<ExportReceipt> tail : permutations(rest)) {
        List<ExportReceipt> one = new ArrayList<>(List.of(first));
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }
}
