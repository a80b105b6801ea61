package eu.perron.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One version of a list that counts. */
public final class PublishedList {
  private static final Comparator<ListEntry> YOUNGEST =
      Comparator.comparing(ListEntry::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final ListVersion version;
  private final Map<String, List<ListEntry>> entries = new HashMap<>();

  PublishedList(ListVersion version, List<ListEntry> all) {
    this.version = version;
    all.forEach(
        entry -> entries.computeIfAbsent(entry.code(), code -> new ArrayList<>(1)).add(entry));
  }

  public ListVersion version() {
    return version;
  }

  /** Which file it is, for whoever asks where a figure comes from. */
  public String source() {
    return "%s, handed in by %s, version %d"
        .formatted(version.fileName(), version.takenBy(), version.version());
  }

  public boolean has(String code) {
    return entries.containsKey(code);
  }

  /** Where two rows hold on the day, the one that began last: publishers end one on that day. */
  public Optional<ListEntry> find(String code, LocalDate day) {
    return entries.getOrDefault(code, List.of()).stream()
        .filter(entry -> entry.holdsOn(day))
        .max(YOUNGEST);
  }

  /** What holds on the day, by code. */
  public Collection<ListEntry> on(LocalDate day) {
    Map<String, ListEntry> held = new TreeMap<>();
    entries.keySet().forEach(code -> find(code, day).ifPresent(entry -> held.put(code, entry)));
    return held.values();
  }
}
