package eu.perron.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** How far a file is. */
@Schema(name = "OrderImport")
record ImportReport(
    String importId,
    State state,
    Instant receivedAt,
    Instant doneAt,
    Rows rows,
    Counts orders,
    List<RefusedRow> refusals,
    @Schema(description = "Asks for the refusals after these; null: there are no more yet.")
        String nextCursor) {

  @Schema(name = "OrderImportState")
  enum State {
    RECEIVED,
    WORKING,
    DONE
  }

  @Schema(name = "OrderImportRows")
  record Rows(int total, int refused) {}

  /**
   * @param repeated taken before with the same content: nothing was done
   * @param open still to come
   */
  @Schema(name = "OrderImportCounts")
  record Counts(int total, int accepted, int repeated, int refused, int open) {}

  /**
   * @param found one more than asked for if there are more
   */
  ImportReport with(List<RefusedRow> found, int most) {
    boolean more = found.size() > most;
    List<RefusedRow> shown = more ? found.subList(0, most) : found;
    return new ImportReport(
        importId,
        state,
        receivedAt,
        doneAt,
        rows,
        orders,
        shown,
        more ? String.valueOf(shown.get(most - 1).row()) : null);
  }
}
