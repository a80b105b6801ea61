package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.exports.ExportState.Answer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportDocumentTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00.400Z");
  private static final CustomsCodes CODES = new CustomsCodes(CustomsCodesTest.OURS);
  private static final ExportDocument ORDER = sent(Paper.ORDER);

  @Test
  void onlyAllThreeStoredMeansThatTheListMayBeSent() {
    ExportDocument stored = hear(ORDER, 120, 1);
    ExportDocument receipt = hear(sent(Paper.RECEIPT), 120, 1);

    assertThat(ExportDocument.together(List.of(stored, receipt))).isEqualTo(Answer.NONE);
    assertThat(ExportDocument.together(List.of(stored, receipt, sent(Paper.WAYBILL))))
        .isEqualTo(Answer.NONE);
    assertThat(ExportDocument.together(List.of(stored, receipt, hear(sent(Paper.WAYBILL), 120, 1))))
        .isEqualTo(Answer.RELEASED);
    assertThat(ExportDocument.together(List.of(stored, receipt, hear(sent(Paper.WAYBILL), 100, 1))))
        .isEqualTo(Answer.RETURNED);
  }

  @Test
  void whatCustomsHaveSeenIsSentAgainAsAChangeAndWhatTheyHaveNotAsNew() {
    assertThat(ORDER.dispatch().application()).isEqualTo(Application.NEW);
    assertThat(again(hear(ORDER, 100, 1)).dispatch().application()).isEqualTo(Application.CHANGE);
    assertThat(again(hear(ORDER, 120, 1)).dispatch().application()).isEqualTo(Application.CHANGE);
    assertThat(again(hear(ORDER, -301001, 1)).dispatch().application()).isEqualTo(Application.NEW);
    assertThat(again(hear(ORDER, 4, 1)).dispatch().application()).isEqualTo(Application.NEW);
    assertThat(again(hear(ORDER, 2, 1)).dispatch().application()).isEqualTo(Application.NEW);
  }

  @Test
  void aReceiptFromBeforeTheLastSendingIsAboutAFormerOne() {
    ExportDocument again = ORDER.sentAgain("guid", "hash", NOON.plusSeconds(60));

    assertThat(hear(again, 100, 59)).isEqualTo(again);
    assertThat(hear(again, 100, 61).isReturned()).isTrue();
  }

  @Test
  void theLaterWordStandsHoweverTheyCome() {
    assertThat(hear(hear(ORDER, 100, 1), 120, 2).isReturned()).isTrue();
    assertThat(hear(hear(ORDER, 120, 2), 100, 1)).isEqualTo(hear(hear(ORDER, 100, 1), 120, 2));
    assertThat(hear(hear(ORDER, 120, 1), -301002, 2).isStored()).isTrue();
  }

  @Test
  void aWithdrawnDocumentHearsNothing() {
    ExportDocument gone = hear(ORDER, 120, 1).withdrawn("guid", NOON.plusSeconds(9));

    assertThat(hear(gone, 120, 10)).isEqualTo(gone);
    assertThat(gone.revision()).isEqualTo(2);
  }

  @Test
  void everyPaperIsFoundByItsMessageAndItsReceipt() {
    assertThat(Arrays.stream(Paper.values()))
        .allMatch(paper -> Paper.sentAs(paper.message()).orElseThrow() == paper)
        .allMatch(paper -> Paper.answeredBy(paper.receipt()).orElseThrow() == paper);
  }

  private static ExportDocument sent(Paper paper) {
    return ExportDocument.sent("PRN000000001", paper, "guid", "hash", NOON);
  }

  private static ExportDocument again(ExportDocument document) {
    return document.sentAgain("guid", "hash", NOON.plusSeconds(60));
  }

  private static ExportDocument hear(ExportDocument document, int status, int second) {
    Instant at = Instant.parse("2026-11-22T04:00:00Z").plusSeconds(second);
    return document.hear(
        new DocumentReceipt("CEB304", "PRN000000001", status, at, "said " + status),
        CODES.saidBy(status, at).orElseThrow());
  }
}
