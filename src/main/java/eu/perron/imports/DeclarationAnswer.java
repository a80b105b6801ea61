package eu.perron.imports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What customs says about a declaration. At least one of LRN and MRN names it.
 *
 * @param at as customs dated it: answers may overtake each other
 * @param reason why refused, requested or not released; may be null
 * @param item number of the goods item it is about, from 1; null: the whole declaration
 * @param message the message and its identity, for people
 */
public record DeclarationAnswer(
    DeclarationState state,
    String lrn,
    String mrn,
    Instant at,
    String reason,
    Integer item,
    String message)
    implements NamesDeclaration<DeclarationAnswer> {

  /** The kind of {@link eu.perron.exchange.Arrival} that carries it. */
  public static final String ARRIVAL = "declaration-answer";

  /**
   * To the millisecond, as the record keeps it: the same answer told twice compares as the same.
   */
  public DeclarationAnswer {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public DeclarationAnswer of(String otherLrn) {
    return new DeclarationAnswer(state, otherLrn, mrn, at, reason, item, message);
  }
}
