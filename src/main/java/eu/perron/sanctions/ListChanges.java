package eu.perron.sanctions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What would be otherwise if one list took the place of another.
 *
 * @param before how many entries the list in force has
 */
public record ListChanges(
    int before, List<ListedEntry> added, List<ListedEntry> removed, List<Changed> changed) {

  /** So large a share of the entries gone is more likely half a file than a thaw. */
  private static final int DOUBTFUL_PERCENT = 10;

  /**
   * An entry that stays, but reads otherwise.
   *
   * @param what {@code + name}, {@code - address} …
   */
  public record Changed(ListedEntry entry, List<String> what) {}

  static ListChanges between(List<ListedEntry> before, List<ListedEntry> after) {
    Map<String, ListedEntry> known = new LinkedHashMap<>();
    before.forEach(entry -> known.put(entry.id(), entry));
    List<ListedEntry> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    for (ListedEntry entry : after) {
      ListedEntry old = known.remove(entry.id());
      if (old == null) {
        added.add(entry);
      } else if (!old.digest().equals(entry.digest())) {
        changed.add(new Changed(entry, differences(old, entry)));
      }
    }
    return new ListChanges(before.size(), added, List.copyOf(known.values()), changed);
  }

  public boolean isNothing() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  public boolean losesMany() {
    return removed.size() * 100L > (long) before * DOUBTFUL_PERCENT && removed.size() > 1;
  }

  private static List<String> differences(ListedEntry old, ListedEntry now) {
    List<String> what = new ArrayList<>();
    compare(names(old), names(now), what);
    compare(old.births(), now.births(), what);
    compare(old.countries(), now.countries(), what);
    compare(old.addresses(), now.addresses(), what);
    compare(old.documents(), now.documents(), what);
    if (!old.remark().equals(now.remark())) {
      compare(List.of(old.remark()), List.of(now.remark()), what);
    }
    if (old.subject() != now.subject()) {
      compare(List.of(old.subject().name()), List.of(now.subject().name()), what);
    }
    return what;
  }

  private static List<String> names(ListedEntry entry) {
    return entry.names().stream()
        .map(name -> name.strong() ? name.whole() : name.whole() + " (weak)")
        .toList();
  }

  private static void compare(List<String> old, List<String> now, List<String> what) {
    Set<String> gone = new LinkedHashSet<>(old);
    now.forEach(gone::remove);
    Set<String> come = new LinkedHashSet<>(now);
    old.forEach(come::remove);
    come.stream().filter(text -> !text.isEmpty()).forEach(text -> what.add("+ " + text));
    gone.stream().filter(text -> !text.isEmpty()).forEach(text -> what.add("− " + text));
  }
}
