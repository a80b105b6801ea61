package eu.perron.exports;

import eu.perron.exports.ExportState.Answer;
import eu.perron.house.Confided;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One of the three documents of an order, as it was last sent. Its receipts bear the number of the
 * order and nothing of the sending, so one from before it is about a former sending.
 *
 * @param known customs have some sending of it, so that the next is a change
 * @param contentHash the same content is not sent twice, unless customs did not take it
 */
@Table("export_document")
record ExportDocument(
    @Id String number,
    String orderNumber,
    Paper paper,
    int revision,
    String guid,
    String contentHash,
    ExportState state,
    boolean known,
    Integer customsStatus,
    Instant decidedAt,
    @Column("reason") Confided said,
    Instant sentAt) {

  static ExportDocument sent(
      String orderNumber, Paper paper, String guid, String contentHash, Instant now) {
    return new ExportDocument(
        paper.numberOf(orderNumber),
        orderNumber,
        paper,
        1,
        guid,
        contentHash,
        ExportState.DECLARED,
        false,
        null,
        null,
        null,
        now);
  }

  ExportDocument sentAgain(String freshGuid, String content, Instant now) {
    return new ExportDocument(
        number,
        orderNumber,
        paper,
        revision + 1,
        freshGuid,
        content,
        ExportState.DECLARED,
        known,
        null,
        null,
        null,
        now);
  }

  ExportDocument withdrawn(String freshGuid, Instant now) {
    ExportDocument again = sentAgain(freshGuid, contentHash, now);
    return again.standing(new Standing(ExportState.WITHDRAWN, null, null, null), known);
  }

  /** The key of its letter, new for each sending. */
  String letterKey() {
    return number + revision;
  }

  Dispatch dispatch() {
    return new Dispatch(guid, known ? Application.CHANGE : Application.NEW, sentAt);
  }

  ExportDocument hear(DocumentReceipt receipt, ExportState meaning) {
    if (state == ExportState.WITHDRAWN
        || receipt.at().isBefore(sentAt.truncatedTo(ChronoUnit.SECONDS))) {
      return this;
    }
    Standing said = new Standing(meaning, receipt.status(), receipt.at(), receipt.info());
    Standing now = new Standing(state, customsStatus, decidedAt, reason());
    boolean read = known || meaning.compareTo(ExportState.STORED) >= 0;
    return meaning != ExportState.DECLARED && said.prevailsOver(now)
        ? standing(said, read)
        : standing(now, read);
  }

  boolean isStored() {
    return switch (state) {
      case STORED, AUDITED, RELEASED, CLOSED -> true;
      default -> false;
    };
  }

  boolean isReturned() {
    return switch (state) {
      case MALFORMED, RETURNED, INSPECTION, DETAINED, REFUSED -> true;
      default -> false;
    };
  }

  /** What all documents of an order together mean for it: RETURNED, RELEASED if all are stored. */
  static Answer together(Collection<ExportDocument> documents) {
    if (documents.stream().anyMatch(ExportDocument::isReturned)) {
      return Answer.RETURNED;
    }
    return documents.size() == Paper.values().length
            && documents.stream().allMatch(ExportDocument::isStored)
        ? Answer.RELEASED
        : Answer.NONE;
  }

  /** Of documents of one order, the one that customs complain of. */
  static Optional<ExportDocument> returned(Collection<ExportDocument> documents) {
    return documents.stream().filter(ExportDocument::isReturned).findFirst();
  }

  String reason() {
    return Confided.text(said);
  }

  private ExportDocument standing(Standing now, boolean read) {
    return new ExportDocument(
        number,
        orderNumber,
        paper,
        revision,
        guid,
        contentHash,
        now.state(),
        read,
        now.status(),
        now.at(),
        Confided.of(now.reason()),
        sentAt);
  }
}
