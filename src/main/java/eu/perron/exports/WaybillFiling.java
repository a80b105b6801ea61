package eu.perron.exports;

import eu.perron.house.Confided;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** A waybill list as told to customs; nothing waits for what they say to it, but it is kept. */
@Table("export_waybill_list")
record WaybillFiling(
    @Id String copNo,
    String consignmentNumber,
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
      String consignmentNumber, int revision, String guid, String contentHash, Instant now) {
    return new WaybillFiling(
        "W" + consignmentNumber + "-" + revision,
        consignmentNumber,
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

  String reason() {
    return Confided.text(said);
  }
}
