package eu.perron.exports;

import eu.perron.house.Confided;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A waybill list or a departure as told to customs. No flight waits for what they say to it; if
 * they give it back, a clerk is asked.
 */
@Table("export_waybill_list")
record WaybillFiling(
    @Id String copNo,
    String consignmentNumber,
    FlightNotice message,
    int revision,
    String guid,
    String contentHash,
    ExportState state,
    Integer customsStatus,
    Instant decidedAt,
    String preNo,
    @Column("reason") Confided said,
    Instant filedAt) {

  static WaybillFiling filed(
      FlightNotice message,
      String consignmentNumber,
      int revision,
      String guid,
      String contentHash,
      Instant now) {
    return new WaybillFiling(
        message.copNo(consignmentNumber, revision),
        consignmentNumber,
        message,
        revision,
        guid,
        contentHash,
        ExportState.DECLARED,
        null,
        null,
        null,
        null,
        now);
  }

  /**
   * @param meaning of its status
   */
  WaybillFiling hear(WaybillReceipt receipt, ExportState meaning) {
    Standing said = new Standing(meaning, receipt.status(), receipt.at(), receipt.info());
    Standing now = new Standing(state, customsStatus, decidedAt, reason());
    Standing after = said.isNews() && said.prevailsOver(now) ? said : now;
    String identified =
        receipt.preNo() == null || receipt.preNo().isBlank() ? preNo : receipt.preNo();
    return new WaybillFiling(
        copNo,
        consignmentNumber,
        message,
        revision,
        guid,
        contentHash,
        after.state(),
        after.status(),
        after.at(),
        identified,
        Confided.of(after.reason()),
        filedAt);
  }

  boolean isReturned() {
    return state.answer() == ExportState.Answer.RETURNED;
  }

  String reason() {
    return Confided.text(said);
  }
}
