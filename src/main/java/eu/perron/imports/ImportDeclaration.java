package eu.perron.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A declaration and all that customs said about it. Answers come early, late, doubled and shuffled;
 * whatever their order, they end in the same declaration: the higher state stands, of equal ones
 * the younger.
 *
 * @param registeredAt customs found it in order before the goods were presented; null: it did not,
 *     or has not yet
 * @param presentedAt the goods were, and customs may accept it; null: it was lodged in advance and
 *     waits for them
 */
record ImportDeclaration(
    String lrn,
    String orderNumber,
    int sequence,
    String kind,
    String additionalProcedure,
    DeclarationState state,
    Instant stateAt,
    String mrn,
    Instant declaredAt,
    Instant registeredAt,
    Instant presentedAt,
    Instant acceptedAt,
    Instant documentsAt,
    Instant inspectionAt,
    String reason,
    Integer refusedItem,
    int documentsLodged,
    Tariff.Debt debt,
    String paperReference) {

  /** What is new to the house after an answer, in the order in which it must be told. */
  enum News {
    REGISTERED,
    ACCEPTED,
    REFUSED,
    DOCUMENTS_REQUESTED,
    INSPECTION_ORDERED,
    RELEASED,
    NOT_RELEASED,
    SEIZED,
    DESTROYED
  }

  record Heard(ImportDeclaration declaration, List<News> news) {}

  /**
   * @param presentedAt null: in advance
   */
  static ImportDeclaration of(
      String orderNumber,
      int sequence,
      String kind,
      String additionalProcedure,
      Instant now,
      Instant presentedAt) {
    String lrn = "%s%s%02d".formatted(orderNumber, kind, sequence);
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        DeclarationState.DECLARED,
        now,
        null,
        now,
        null,
        presentedAt,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        null);
  }

  /**
   * It is lodged on paper, whatever becomes of it there: no message about it goes to customs, and
   * none of theirs changes it.
   */
  boolean isOnPaper() {
    return paperReference != null;
  }

  /** One way for all messages about a declaration: what is on paper never takes this one. */
  ImportDeclaration electronic() {
    if (isOnPaper()) {
      throw new IllegalStateException(
          "%s is lodged on paper as %s; lodge this at the office too"
              .formatted(lrn, paperReference));
    }
    return this;
  }

  boolean isInAdvance() {
    return presentedAt == null;
  }

  /** Customs wait for word of the goods, and we have it. */
  boolean isToBePresented() {
    return state == DeclarationState.REGISTERED && presentedAt != null;
  }

  ImportDeclaration presented(Instant now) {
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        state,
        stateAt,
        mrn,
        declaredAt,
        registeredAt,
        now,
        acceptedAt,
        documentsAt,
        inspectionAt,
        reason,
        refusedItem,
        documentsLodged,
        debt,
        paperReference);
  }

  Heard hear(DeclarationAnswer answer) {
    boolean moves = outranks(answer.state(), answer.at());
    boolean accepts = answer.state().impliesAcceptance();
    ImportDeclaration heard =
        new ImportDeclaration(
            lrn,
            orderNumber,
            sequence,
            kind,
            additionalProcedure,
            moves ? answer.state() : state,
            moves ? answer.at() : stateAt,
            mrn == null ? answer.mrn() : mrn,
            declaredAt,
            answer.state() == DeclarationState.REGISTERED
                ? earlier(registeredAt, answer.at())
                : registeredAt,
            presentedAt,
            accepts ? earlier(acceptedAt, answer.at()) : acceptedAt,
            answer.state() == DeclarationState.DOCUMENTS_REQUESTED
                ? later(documentsAt, answer.at())
                : documentsAt,
            answer.state() == DeclarationState.UNDER_INSPECTION
                ? later(inspectionAt, answer.at())
                : inspectionAt,
            moves ? answer.reason() : reason,
            moves ? answer.item() : refusedItem,
            documentsLodged,
            debt,
            paperReference);
    return new Heard(heard, newsSince(heard));
  }

  private boolean outranks(DeclarationState other, Instant at) {
    if (other.height() != state.height()) {
      return other.height() > state.height();
    }
    int younger = at.compareTo(stateAt);
    return younger > 0 || younger == 0 && other.compareTo(state) > 0;
  }

  private List<News> newsSince(ImportDeclaration heard) {
    List<News> news = new ArrayList<>();
    if (acceptedAt == null && heard.acceptedAt != null) {
      news.add(News.ACCEPTED);
    }
    if (!heard.state.isDecided()) {
      if (heard.documentsAt != null && !heard.documentsAt.equals(documentsAt)) {
        news.add(News.DOCUMENTS_REQUESTED);
      }
      if (heard.inspectionAt != null && !heard.inspectionAt.equals(inspectionAt)) {
        news.add(News.INSPECTION_ORDERED);
      }
    }
    if (heard.state != state) {
      switch (heard.state) {
        case REGISTERED -> news.add(News.REGISTERED);
        case REFUSED -> news.add(News.REFUSED);
        case RELEASED -> news.add(News.RELEASED);
        case NOT_RELEASED -> news.add(News.NOT_RELEASED);
        case SEIZED -> news.add(News.SEIZED);
        case DESTROYED -> news.add(News.DESTROYED);
        default -> {}
      }
    }
    return news;
  }

  /** What a clerk puts on record: paper outranks what customs' system said before. */
  ImportDeclaration decided(DeclarationState decision, Instant now, String why) {
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        decision,
        now,
        mrn,
        declaredAt,
        registeredAt,
        presentedAt,
        decision.impliesAcceptance() && acceptedAt == null ? now : acceptedAt,
        documentsAt,
        inspectionAt,
        why,
        refusedItem,
        documentsLodged,
        debt,
        paperReference);
  }

  /** Taken out of the queue; the reference is ours. */
  ImportDeclaration onPaper(String reference, Instant now) {
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        DeclarationState.ON_PAPER,
        now,
        mrn,
        declaredAt,
        registeredAt,
        presentedAt,
        acceptedAt,
        documentsAt,
        inspectionAt,
        "To be lodged on paper as " + reference,
        refusedItem,
        documentsLodged,
        debt,
        reference);
  }

  /**
   * The office took the paper and stamped it.
   *
   * @param number null: it gave no MRN
   */
  ImportDeclaration stamped(String number, Instant at) {
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        state,
        stateAt,
        number,
        declaredAt,
        registeredAt,
        presentedAt,
        at,
        documentsAt,
        inspectionAt,
        reason,
        refusedItem,
        documentsLodged,
        debt,
        paperReference);
  }

  ImportDeclaration owing(Tariff.Debt owed) {
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        state,
        stateAt,
        mrn,
        declaredAt,
        registeredAt,
        presentedAt,
        acceptedAt,
        documentsAt,
        inspectionAt,
        reason,
        refusedItem,
        documentsLodged,
        owed,
        paperReference);
  }

  ImportDeclaration lodging() {
    return new ImportDeclaration(
        lrn,
        orderNumber,
        sequence,
        kind,
        additionalProcedure,
        state,
        stateAt,
        mrn,
        declaredAt,
        registeredAt,
        presentedAt,
        acceptedAt,
        documentsAt,
        inspectionAt,
        reason,
        refusedItem,
        documentsLodged + 1,
        debt,
        paperReference);
  }

  DeclarationRecord shown() {
    return new DeclarationRecord(
        kind,
        additionalProcedure,
        lrn,
        mrn,
        state,
        declaredAt,
        acceptedAt,
        reason,
        debt == null ? null : debt.payable(),
        paperReference);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
