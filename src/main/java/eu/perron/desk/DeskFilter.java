package eu.perron.desk;

import java.time.Instant;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tasks a clerk wants to see; it travels in the address, so that a list can be sent to a
 * colleague.
 *
 * @param desk one desk; null: all of the clerk's
 * @param q text in order number, goods or reason
 * @param after the last task of the page before
 */
record DeskFilter(String desk, String q, Boolean mine, Boolean late, String after) {
  DeskFilter {
    mine = Boolean.TRUE.equals(mine);
    late = Boolean.TRUE.equals(late);
    desk = desk == null || desk.isBlank() ? null : desk;
    q = q == null ? "" : q.strip().substring(0, Math.min(60, q.strip().length()));
    after = after == null || after.isBlank() ? null : after;
  }

  /** Where a page begins: behind the task with this urgency, this hour and this id. */
  record Cursor(int urgency, Instant dueAt, String taskId) {
    @Override
    public String toString() {
      return urgency + "." + dueAt.toEpochMilli() + "." + taskId;
    }
  }

  Optional<Cursor> cursor() {
    String[] parts = after == null ? new String[0] : after.split("\\.", 3);
    try {
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(
              new Cursor(
                  Integer.parseInt(parts[0]),
                  Instant.ofEpochMilli(Long.parseLong(parts[1])),
                  parts[2]));
    } catch (NumberFormatException spoilt) {
      return Optional.empty();
    }
  }

  DeskFilter startingAfter(Cursor cursor) {
    return new DeskFilter(desk, q, mine, late, cursor == null ? null : cursor.toString());
  }

  DeskFilter ofDesk(String other) {
    return new DeskFilter(other, q, mine, late, null);
  }

  public boolean isPlain() {
    return q.isEmpty() && !mine && !late;
  }

  /**
   * This filter as the query of an address, with its question mark; empty if there is nothing to
   * say.
   */
  public String query() {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    if (desk != null) {
      query.queryParam("desk", desk);
    }
    if (!q.isEmpty()) {
      query.queryParam("q", "{q}");
    }
    if (mine) {
      query.queryParam("mine", true);
    }
    if (late) {
      query.queryParam("late", true);
    }
    if (after != null) {
      query.queryParam("after", after);
    }
    return q.isEmpty()
        ? query.encode().build().toUriString()
        : query.encode().buildAndExpand(q).toUriString();
  }
}
