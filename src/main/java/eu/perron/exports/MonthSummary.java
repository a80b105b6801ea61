package eu.perron.exports;

import eu.perron.exports.ExportState.Answer;
import eu.perron.house.Confided;
import java.time.Instant;
import java.util.Collection;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One application for a month's summary of one consignor.
 *
 * @param month that it was applied for with
 * @param number within the month
 * @param sumNo the number customs gave it
 * @param entryId the customs declaration it became
 */
@Table("export_summary")
record MonthSummary(
    @Id String copNo,
    String month,
    int number,
    int revision,
    boolean superseded,
    String guid,
    String ownerCode,
    @Column("owner_name") Confided owner,
    ExportState state,
    Integer customsStatus,
    Instant decidedAt,
    String sumNo,
    String entryId,
    @Column("reason") Confided said,
    Instant filedAt) {

  static MonthSummary filed(
      String month, int number, String ownerCode, Confided owner, String guid, Instant now) {
    return filed(month, number, 1, ownerCode, owner, guid, now);
  }

  private static MonthSummary filed(
      String month,
      int number,
      int revision,
      String ownerCode,
      Confided owner,
      String guid,
      Instant now) {
    return new MonthSummary(
        "S%s-%d-%d".formatted(month.replace("-", ""), number, revision),
        month,
        number,
        revision,
        false,
        guid,
        ownerCode,
        owner,
        ExportState.DECLARED,
        null,
        null,
        null,
        null,
        null,
        now);
  }

  MonthSummary again(String freshGuid, Instant now) {
    return filed(month, number, revision + 1, ownerCode, owner, freshGuid, now);
  }

  MonthSummary replaced() {
    return with(true, state, customsStatus, decidedAt, sumNo, entryId, reason());
  }

  /**
   * @param meaning of its status
   */
  MonthSummary hear(SummaryReceipt receipt, ExportState meaning) {
    Standing said = new Standing(meaning, receipt.status(), receipt.at(), receipt.info());
    Standing now = new Standing(state, customsStatus, decidedAt, reason());
    Standing after = said.isNews() && said.prevailsOver(now) ? said : now;
    return with(
        superseded,
        after.state(),
        after.status(),
        after.at(),
        given(receipt.sumNo(), sumNo),
        entryId,
        after.reason());
  }

  MonthSummary became(String givenEntryId) {
    return with(
        superseded, state, customsStatus, decidedAt, sumNo, given(givenEntryId, entryId), reason());
  }

  boolean isReturned() {
    return entryId == null && state.answer() != Answer.NONE && state.answer() != Answer.RELEASED;
  }

  /** RETURNED if one was given back; RELEASED if each became a declaration. */
  static Answer together(Collection<MonthSummary> summaries) {
    if (summaries.stream().anyMatch(MonthSummary::isReturned)) {
      return Answer.RETURNED;
    }
    return summaries.stream().allMatch(summary -> summary.entryId != null)
        ? Answer.RELEASED
        : Answer.NONE;
  }

  String reason() {
    return Confided.text(said);
  }

  private MonthSummary with(
      boolean nowSuperseded,
      ExportState nowState,
      Integer status,
      Instant at,
      String nowSumNo,
      String nowEntryId,
      String nowReason) {
    return new MonthSummary(
        copNo,
        month,
        number,
        revision,
        nowSuperseded,
        guid,
        ownerCode,
        owner,
        nowState,
        status,
        at,
        nowSumNo,
        nowEntryId,
        Confided.of(nowReason),
        filedAt);
  }

  private static String given(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
