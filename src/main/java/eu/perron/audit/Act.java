package eu.perron.audit;

/** What can be done that must be told later. The words stand in {@code i18n/audit.properties}. */
public enum Act {
  /** A clerk took a task. */
  CLAIMED(Kind.TASK),
  GIVEN_BACK(Kind.TASK),
  /** A clerk completed a task; after: the decision and what else the form held. */
  COMPLETED(Kind.TASK),
  /** One decision for many like cases of a flight; each of them is a {@link #COMPLETED} too. */
  DECIDED_FOR_MANY(Kind.TASK),
  /** What a clerk's decision changed of an order; before and after. */
  CORRECTED(Kind.TASK),
  /** A document for customs was uploaded; after: its kind, size and digest. */
  DOCUMENT_TAKEN(Kind.TASK),
  /** A party is not the one on the sanctions list that it resembles. */
  PARTY_CLEARED(Kind.TASK),
  CLEARING_WITHDRAWN(Kind.TASK),

  RETRIED(Kind.OPERATION),
  DISCARDED(Kind.OPERATION),
  REPLAYED(Kind.OPERATION),
  /** An orphan message was given to an order by a person. */
  MATCHED(Kind.OPERATION),
  PARTNER_DOWN(Kind.OPERATION),
  PARTNER_UP(Kind.OPERATION),
  /** Withdrawn from the queue, to be lodged on paper; never sent electronically. */
  LODGED_ON_PAPER(Kind.OPERATION),
  /** What customs said by telephone about a declaration that may have left. */
  CUSTOMS_SAID(Kind.OPERATION),
  /** A round took what had ended into the archive; after: how many. */
  ARCHIVED(Kind.OPERATION),
  /** Out of the archive into the hot tables, because of late news. */
  BROUGHT_BACK(Kind.OPERATION),
  /** Kept long enough: its persons are erased. */
  ERASED(Kind.OPERATION),
  VERIFIED(Kind.OPERATION),
  /** Another sanctions list came into force; after: how many orders, how many hits. */
  SCREENED_AGAIN(Kind.OPERATION),

  /** A decision table decided; rule: its key and version. */
  RULED(Kind.RULE),
  /** Screening found something; rule: the rows of the dated tables. */
  SCREENED(Kind.RULE),

  DEPLOYED(Kind.MODEL),
  REFUSED(Kind.MODEL),

  TABLE_CHANGED(Kind.TABLE),
  LIST_TAKEN(Kind.TABLE),
  LIST_IN_FORCE(Kind.TABLE),
  LIST_DISCARDED(Kind.TABLE),

  ACCOUNT_OPENED(Kind.ACCOUNT),
  ACCOUNT_CHANGED(Kind.ACCOUNT),
  ACCOUNT_CLOSED(Kind.ACCOUNT),
  KEY_GIVEN(Kind.ACCOUNT),
  KEY_CHANGED(Kind.ACCOUNT),
  KEY_TAKEN(Kind.ACCOUNT),

  CANCELLED(Kind.ORDER),

  /** The sealer found the end of the chain other than it left it. */
  DAMAGE_SEEN(Kind.TRAIL),
  /** A new file of anchors was begun. */
  ANCHORS_BEGUN(Kind.TRAIL);

  private final Kind kind;

  Act(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What one searches by. */
  public enum Kind {
    TASK,
    OPERATION,
    RULE,
    MODEL,
    TABLE,
    ACCOUNT,
    ORDER,
    TRAIL
  }
}
