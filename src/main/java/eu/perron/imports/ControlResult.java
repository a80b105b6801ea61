package eu.perron.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What customs found when it looked at the goods. The decision on them comes apart from it. At
 * least one of LRN and MRN names the declaration.
 *
 * @param reason may be null
 * @param corrections empty: the goods are what was declared
 * @param message the message and its identity, for people
 */
public record ControlResult(
    String lrn, String mrn, Instant at, String reason, List<Correction> corrections, String message)
    implements NamesDeclaration<ControlResult> {

  /** The kind of {@link eu.perron.exchange.Arrival} that carries it. */
  public static final String ARRIVAL = "control-result";

  public ControlResult {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    corrections = List.copyOf(corrections);
  }

  /**
   * @param item number of the goods item, from 1
   * @param hsCode null: as declared
   * @param price of all its pieces; null: as declared
   * @param currency of the price
   */
  public record Correction(
      int item, String hsCode, BigDecimal price, String currency, String reason) {}

  @Override
  public ControlResult of(String otherLrn) {
    return new ControlResult(otherLrn, mrn, at, reason, corrections, message);
  }
}
