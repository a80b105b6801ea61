package eu.perron.imports;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What we asked customs to change of a declaration.
 *
 * @param number counts the requests of a declaration, from 1
 * @param item number of the goods item, from 1
 * @param hsCode null: as declared
 * @param price of all its pieces, in the order's currency; null: as declared
 * @param answer why customs refused it; null while it has not, or where it gave no reason
 */
public record Amendment(
    String lrn,
    int number,
    int item,
    String hsCode,
    BigDecimal price,
    String reason,
    State state,
    Instant askedAt,
    String askedBy,
    Instant decidedAt,
    String answer) {
  /** Where it stands. */
  public enum State {
    ASKED,
    ACCEPTED,
    REFUSED
  }

  String key() {
    return lrn + "A" + number;
  }
}
