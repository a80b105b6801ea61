package eu.perron.reference;

import eu.perron.reference.CodesInUse.CodeInUse;
import eu.perron.reference.ListVersion.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lists of others: handed in, looked at, put in force from a day on. */
@Component
public class ReferenceLists {
  private final ListShelf shelf;
  private final ListsInForce inForce;
  private final EmbeddedLists embedded;
  private final List<CodesInUse> users;

  ReferenceLists(
      ListShelf shelf, ListsInForce inForce, EmbeddedLists embedded, List<CodesInUse> users) {
    this.shelf = shelf;
    this.inForce = inForce;
    this.embedded = embedded;
    this.users = users;
  }

  /**
   * What counts on a day.
   *
   * @param published null: the table we are delivered with does
   * @param codes how many of them hold on that day
   */
  public record Standing(ListKind kind, ListVersion published, int codes) {}

  /**
   * @param name what the list calls it; null: it does not know it
   */
  public record Used(CodeInUse code, String name) {}

  /**
   * Keeps a file as a proposal.
   *
   * @throws UnreadableReference if it cannot be taken; then it is not kept
   */
  public ListVersion take(byte[] file, String fileName, String who) {
    return shelf.keep(ListFile.read(file), file, fileName, who);
  }

  public List<ListVersion> newest(int most) {
    return shelf.newest(most);
  }

  public Optional<ListVersion> find(long version) {
    return shelf.find(version);
  }

  public byte[] original(long version) {
    return shelf.original(version);
  }

  /** What would be otherwise on the day if this version counted. */
  public ListChanges changes(ListVersion version, LocalDate day) {
    return ListChanges.between(
        held(version.kind(), day),
        new PublishedList(version, shelf.read(version.version()).entries()).on(day));
  }

  /**
   * @param from the first day it counts, past or to come: what is asked for a day is answered by
   *     the list that counts on it
   * @return false if somebody decided about it before
   */
  public boolean putInForce(long version, LocalDate from, String who) {
    boolean done = shelf.decide(version, State.IN_FORCE, from, who);
    inForce.changed();
    return done;
  }

  public boolean leave(long version, String who) {
    return shelf.decide(version, State.DISCARDED, null, who);
  }

  public List<Standing> standing(LocalDate day) {
    return Arrays.stream(ListKind.values())
        .map(
            kind ->
                new Standing(
                    kind,
                    inForce.on(kind, day).map(PublishedList::version).orElse(null),
                    held(kind, day).size()))
        .toList();
  }

  /** Those that the list does not know come first. */
  public List<Used> inUse(LocalDate day) {
    Map<ListKind, Map<String, String>> names = new EnumMap<>(ListKind.class);
    return users.stream()
        .flatMap(user -> user.on(day).stream())
        .map(
            code ->
                new Used(
                    code,
                    names.computeIfAbsent(code.kind(), kind -> names(kind, day)).get(code.code())))
        .sorted(
            Comparator.comparing((Used used) -> used.name() != null)
                .thenComparing(used -> used.code().kind())
                .thenComparing(used -> used.code().code()))
        .toList();
  }

  private Map<String, String> names(ListKind kind, LocalDate day) {
    Map<String, String> names = new HashMap<>();
    held(kind, day).forEach(entry -> names.put(entry.code(), entry.name()));
    return names;
  }

  private Collection<ListEntry> held(ListKind kind, LocalDate day) {
    return inForce.on(kind, day).map(list -> list.on(day)).orElseGet(() -> embedded.on(kind, day));
  }
}
