package eu.perron.duties;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where order, declaration and customs' debit do not agree: somebody must decide.
 *
 * @param expected by us; null: nothing
 * @param found by customs, or by the order as it is now
 * @param decision null while it is open
 */
public record Difference(
    String id,
    Kind kind,
    String mrn,
    String lrn,
    String orderNumber,
    BigDecimal expected,
    BigDecimal found,
    String what,
    Instant seenAt,
    Decision decision,
    String note,
    Instant decidedAt,
    String decidedBy) {

  public enum Kind {
    /** Debited, but not what we reckoned. */
    AMOUNT,
    /** Debited for a declaration that is none of ours. */
    UNKNOWN_MRN,
    TWICE,
    /** Debited though the declaration was undone. */
    VOID_DEBITED,
    /** Owed, and long not debited. */
    NOT_DEBITED,
    /** The order as it is now would owe something else than what was declared. */
    ORDER_CHANGED
  }

  public enum Decision {
    CUSTOMS_RIGHT,
    WE_RIGHT
  }
}
