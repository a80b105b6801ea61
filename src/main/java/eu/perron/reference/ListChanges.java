package eu.perron.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What would be otherwise if one list took the place of another.
 *
 * @param before how many codes the list has that counts now
 */
public record ListChanges(
    int before, List<Change> added, List<Change> removed, List<Change> changed) {

  /** So large a share of the codes gone is more likely half a file than a reform. */
  private static final int DOUBTFUL_PERCENT = 10;

  /**
   * @param before null: it is new
   * @param after null: it is gone
   */
  public record Change(String code, ListEntry before, ListEntry after) {}

  static ListChanges between(Collection<ListEntry> before, Collection<ListEntry> after) {
    Map<String, ListEntry> known = new TreeMap<>();
    before.forEach(entry -> known.put(entry.code(), entry));
    int count = known.size();
    List<Change> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (ListEntry entry : after) {
      ListEntry old = known.remove(entry.code());
      if (old == null) {
        added.add(new Change(entry.code(), null, entry));
      } else if (!old.content().equals(entry.content())) {
        changed.add(new Change(entry.code(), old, entry));
      }
    }
    return new ListChanges(
        count,
        added,
        known.values().stream().map(gone -> new Change(gone.code(), gone, null)).toList(),
        changed);
  }

  public boolean isNothing() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  public boolean losesMany() {
    return removed.size() * 100L > (long) before * DOUBTFUL_PERCENT && removed.size() > 1;
  }
}
