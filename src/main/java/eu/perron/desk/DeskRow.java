package eu.perron.desk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A task as the list shows it.
 *
 * @param key order or consignment number
 * @param goods of an order; null for a consignment
 * @param flight of a consignment, with its date; null for an order
 * @param level late, soon or ok
 * @param clerk who claimed it; null: nobody
 */
record DeskRow(
    String taskId,
    String key,
    String name,
    String desk,
    String reason,
    int urgency,
    Instant since,
    Instant dueAt,
    String clerk,
    String level,
    String goods,
    BigDecimal value,
    String currency,
    String stage,
    String awb,
    String flight,
    Long parcels) {

  private static final Duration SOON = Duration.ofHours(1);

  static String levelOf(Instant dueAt, Instant now) {
    return dueAt.isBefore(now) ? "late" : dueAt.isBefore(now.plus(SOON)) ? "soon" : "ok";
  }

  public boolean isOrder() {
    return goods != null;
  }

  DeskFilter.Cursor cursor() {
    return new DeskFilter.Cursor(urgency, dueAt, taskId);
  }
}
