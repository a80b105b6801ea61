package eu.perron.exports;

import eu.perron.exports.ExportState.Answer;
import eu.perron.house.Confided;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One export list of one order. Indifferent to the order and the number of times in which receipts
 * come.
 *
 * @param statisticsFlag A simplified, B aggregated monthly
 * @param correction what was changed of the order after customs gave the list back, for the officer
 *     who reads the next; null: nothing
 */
@Table("export_declaration")
record ExportDeclaration(
    @Id String copNo,
    String orderNumber,
    int revision,
    String guid,
    String statisticsFlag,
    boolean superseded,
    ExportState state,
    boolean inspected,
    Integer customsStatus,
    Instant decidedAt,
    String preNo,
    String invtNo,
    @Column("reason") Confided said,
    String correction,
    Instant declaredAt) {

  private static final String AGGREGATED = "B";
  private static final Pattern ITEM = Pattern.compile("\\bgnum\\W{0,3}(\\d{1,3})\\b");

  /** A list as it stands after a receipt, and what that means for the order, if anything new. */
  record Hearing(ExportDeclaration declaration, Optional<ExportAnswer> answer) {}

  static ExportDeclaration lodged(
      String orderNumber, int revision, String guid, String statisticsFlag, Instant now) {
    return new ExportDeclaration(
        orderNumber + "-" + revision,
        orderNumber,
        revision,
        guid,
        statisticsFlag,
        false,
        ExportState.DECLARED,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        now);
  }

  /**
   * @param meaning of its status
   */
  Hearing hear(ExportReceipt receipt, ExportState meaning) {
    Standing said = new Standing(meaning, receipt.status(), receipt.at(), receipt.info());
    ExportDeclaration after = identified(receipt.preNo(), receipt.invtNo());
    if (said.isNews() && said.prevailsOver(standing())) {
      after = after.standing(said);
    }
    if (said.state() == ExportState.INSPECTION) {
      after = after.seen();
    }
    return new Hearing(after, news(after));
  }

  private Optional<ExportAnswer> news(ExportDeclaration after) {
    Answer answer = after.state.answer();
    if (superseded || answer == state.answer()) {
      return Optional.empty();
    }
    return switch (answer) {
      case NONE -> Optional.empty();
      case RETURNED -> Optional.of(new ExportReturned(orderNumber, after.reason(), inspected));
      case INSPECTION -> Optional.of(new ExportInspection(orderNumber));
      case REFUSED -> Optional.of(new ExportRefused(orderNumber, after.reason(), inspected));
      case RELEASED -> Optional.of(new ExportReleased(orderNumber, inspected));
    };
  }

  /** A list that customs gave back does not count there any more. */
  boolean isWithCustoms() {
    return state != ExportState.WITHDRAWN && !isReturned();
  }

  /** A clerk saw the release on paper; it weighs as a decision of this moment. */
  ExportDeclaration releasedOnPaper(Instant now) {
    Standing paper = new Standing(ExportState.RELEASED_ON_PAPER, null, now, null);
    return state.answer() == Answer.RELEASED ? this : standing(paper);
  }

  ExportDeclaration withdrawn() {
    return standing(new Standing(ExportState.WITHDRAWN, null, null, null));
  }

  ExportDeclaration corrected(String what) {
    return with(superseded, standing(), inspected, preNo, invtNo, what);
  }

  ExportDeclaration replaced() {
    return with(true, standing(), inspected, preNo, invtNo, correction);
  }

  /** It must stand in a summary of the month of its release. */
  boolean isAggregated() {
    return AGGREGATED.equals(statisticsFlag);
  }

  boolean isReturned() {
    return state.answer() == Answer.RETURNED;
  }

  /** The line customs complained of, from 0; the first if they named none. */
  static int disputedLine(String complaint) {
    Matcher named = ITEM.matcher(complaint == null ? "" : complaint);
    return named.find() ? Math.max(0, Integer.parseInt(named.group(1)) - 1) : 0;
  }

  /** What customs said last. */
  String reason() {
    return Confided.text(said);
  }

  private Standing standing() {
    return new Standing(state, customsStatus, decidedAt, reason());
  }

  private ExportDeclaration standing(Standing now) {
    return with(superseded, now, inspected, preNo, invtNo, correction);
  }

  private ExportDeclaration seen() {
    return with(superseded, standing(), true, preNo, invtNo, correction);
  }

  private ExportDeclaration identified(String givenPreNo, String givenInvtNo) {
    return with(
        superseded,
        standing(),
        inspected,
        given(givenPreNo, preNo),
        given(givenInvtNo, invtNo),
        correction);
  }

  private ExportDeclaration with(
      boolean supersededNow,
      Standing now,
      boolean inspectedNow,
      String preNoNow,
      String invtNoNow,
      String correctionNow) {
    return new ExportDeclaration(
        copNo,
        orderNumber,
        revision,
        guid,
        statisticsFlag,
        supersededNow,
        now.state(),
        inspectedNow,
        now.status(),
        now.at(),
        preNoNow,
        invtNoNow,
        Confided.of(now.reason()),
        correctionNow,
        declaredAt);
  }

  private static String given(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
