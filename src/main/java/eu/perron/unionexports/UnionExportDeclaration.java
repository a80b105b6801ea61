package eu.perron.unionexports;

import eu.perron.house.Confided;
import eu.perron.unionexports.UnionExportState.Answer;
import eu.perron.unionexports.UnionExportState.Stage;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One export declaration of one order. Indifferent to the order and the number of times in which
 * customs says things.
 *
 * @param kind STANDARD or SIMPLIFIED, as {@code which-export-declaration.dmn} chose
 * @param stateAt by the clock of customs; ours until they spoke
 * @param arrivedAt when its arrival at exit was announced (IE507), or null
 * @param leftAt when its exit was notified (IE590), or null
 */
@Table("union_export")
record UnionExportDeclaration(
    @Id String lrn,
    String orderNumber,
    int revision,
    boolean superseded,
    String kind,
    @Column("exporter_eori") Confided exporterEori,
    UnionExportState state,
    Instant stateAt,
    String mrn,
    @Column("reason") Confided said,
    Integer refusedItem,
    Instant declaredAt,
    Instant arrivedAt,
    Instant leftAt) {

  /** A declaration as it stands after a notice, and what that means for the order, if it is new. */
  record Heard(UnionExportDeclaration declaration, Optional<UnionExportAnswer> answer) {}

  static UnionExportDeclaration lodged(
      String orderNumber, int revision, String kind, String exporterEori, Instant now) {
    return new UnionExportDeclaration(
        "EXP%s%02d".formatted(orderNumber, revision),
        orderNumber,
        revision,
        false,
        kind,
        Confided.of(exporterEori),
        UnionExportState.DECLARED,
        now,
        null,
        null,
        null,
        now,
        null,
        null);
  }

  Heard hear(CustomsNotice notice) {
    UnionExportDeclaration after = mrn == null ? numbered(notice.mrn()) : this;
    if (isPrevailedOverBy(notice)) {
      after = after.standing(notice.state(), notice.at(), notice.reason(), notice.item());
    }
    return new Heard(after, superseded ? Optional.empty() : news(after));
  }

  private boolean isPrevailedOverBy(CustomsNotice notice) {
    int further = notice.state().stage().compareTo(state.stage());
    if (further != 0 || notice.state().stage() != Stage.DECIDED) {
      return further > 0;
    }
    int later = notice.at().compareTo(stateAt);
    return later > 0 || later == 0 && notice.state().compareTo(state) > 0;
  }

  private Optional<UnionExportAnswer> news(UnionExportDeclaration after) {
    Answer answer = after.state.answer();
    if (answer == state.answer()) {
      return Optional.empty();
    }
    return switch (answer) {
      case NONE -> Optional.empty();
      case CONTROL ->
          Optional.of(new UnionExportAnswer.Controlled(orderNumber, Confided.text(after.said)));
      case REFUSED ->
          Optional.of(new UnionExportAnswer.Refused(orderNumber, Confided.text(after.said)));
      case NOT_RELEASED ->
          Optional.of(new UnionExportAnswer.NotReleased(orderNumber, Confided.text(after.said)));
      case RELEASED -> Optional.of(new UnionExportAnswer.Released(orderNumber));
    };
  }

  /** What customs refused does not count there any more. */
  boolean isWithCustoms() {
    return state != UnionExportState.WITHDRAWN && state != UnionExportState.REFUSED;
  }

  boolean isReleased() {
    return state.answer() == Answer.RELEASED;
  }

  /** A clerk saw the release; it weighs as a decision of this moment. */
  UnionExportDeclaration releasedOnPaper(Instant now) {
    return isReleased() ? this : standing(UnionExportState.RELEASED_ON_PAPER, now, null, null);
  }

  UnionExportDeclaration withdrawn(Instant now) {
    return standing(UnionExportState.WITHDRAWN, now, null, null);
  }

  UnionExportDeclaration replaced() {
    return with(true, mrn, arrivedAt, leftAt);
  }

  UnionExportDeclaration arrived(Instant now) {
    return with(superseded, mrn, now, leftAt);
  }

  UnionExportDeclaration left(Instant now) {
    return with(superseded, mrn, arrivedAt, now);
  }

  /** The line customs complained of, from 0; the first if they named none. */
  int disputedLine() {
    return refusedItem == null ? 0 : Math.max(0, refusedItem - 1);
  }

  private UnionExportDeclaration numbered(String given) {
    return with(superseded, given, arrivedAt, leftAt);
  }

  private UnionExportDeclaration with(
      boolean nowSuperseded, String nowMrn, Instant nowArrivedAt, Instant nowLeftAt) {
    return new UnionExportDeclaration(
        lrn,
        orderNumber,
        revision,
        nowSuperseded,
        kind,
        exporterEori,
        state,
        stateAt,
        nowMrn,
        said,
        refusedItem,
        declaredAt,
        nowArrivedAt,
        nowLeftAt);
  }

  private UnionExportDeclaration standing(
      UnionExportState now, Instant at, String reason, Integer item) {
    return new UnionExportDeclaration(
        lrn,
        orderNumber,
        revision,
        superseded,
        kind,
        exporterEori,
        now,
        at,
        mrn,
        Confided.of(reason),
        item,
        declaredAt,
        arrivedAt,
        leftAt);
  }
}
