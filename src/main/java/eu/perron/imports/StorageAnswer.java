package eu.perron.imports;

/**
 * What customs says about a declaration of temporary storage.
 *
 * @param mrn null if it was refused
 * @param reason null if it was registered
 */
public record StorageAnswer(String lrn, String mrn, String reason) {
  /** The kind of {@link eu.perron.exchange.Arrival} that carries it. */
  public static final String ARRIVAL = "storage-answer";

  private static final int LONGEST = 1000;

  public StorageAnswer {
    reason = reason == null || reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
  }

  boolean refused() {
    return mrn == null;
  }
}
