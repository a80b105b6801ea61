package eu.perron.imports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Customs' decision on a request to amend. At least one of LRN and MRN names the declaration.
 *
 * @param request key of the request it answers; null: the last one
 * @param reason may be null
 * @param message the message and its identity, for people
 */
public record AmendmentAnswer(
    String lrn,
    String mrn,
    String request,
    boolean accepted,
    Instant at,
    String reason,
    String message)
    implements NamesDeclaration<AmendmentAnswer> {
  /** The kind of {@link eu.perron.exchange.Arrival} that carries it. */
  public static final String ARRIVAL = "amendment-answer";

  public AmendmentAnswer {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public AmendmentAnswer of(String otherLrn) {
    return new AmendmentAnswer(otherLrn, mrn, request, accepted, at, reason, message);
  }
}
