package eu.perron.freight;

import eu.perron.freight.StatusLine.Leg;
import eu.perron.trade.MilestoneCode;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far a consignment has come, read from the set of all status lines: neither their order nor
 * their repetition can matter. A line about a part moves nothing until the parts are complete.
 *
 * @param offloaded the flight it is booked on left without it, and no other took it
 * @param missing houses the airline named as missing and did not find again
 */
record FlightProgress(
    boolean booked,
    boolean offloaded,
    boolean departed,
    boolean landed,
    boolean brokenDown,
    Set<String> missing,
    Map<MilestoneCode, Instant> reached) {

  private static final List<String> BOOKED = List.of("BKD", "MAN", "PRE");

  /** Nobody is told of, or given, goods that were not received from the flight. */
  private static final List<String> RECEIVED = List.of("RCF", "NFD", "AWD", "DLV");

  static FlightProgress of(
      Collection<StatusLine> lines,
      Leg current,
      String origin,
      String destination,
      int totalPieces) {
    Set<Leg> offloaded =
        lines.stream()
            .filter(line -> line.tells("OFLD"))
            .map(StatusLine::leg)
            .distinct()
            .filter(
                leg ->
                    whole(lines, line -> line.tells("OFLD") && line.leg().equals(leg), totalPieces)
                        .isPresent())
            .collect(Collectors.toSet());
    Predicate<StatusLine> flew = line -> !offloaded.contains(line.leg());
    Predicate<StatusLine> there = line -> destination.equals(line.station());

    Optional<Instant> accepted =
        whole(
            lines,
            line -> line.is("RCS") && (line.station() == null || origin.equals(line.station())),
            totalPieces);
    Optional<Instant> departure =
        whole(
            lines,
            line -> line.is("DEP") && origin.equals(line.station()) && flew.test(line),
            totalPieces);
    Optional<Instant> arrival =
        whole(lines, line -> line.is("ARR") && there.test(line), totalPieces);
    Map<Set<String>, Integer> lost = named(lines, "MSCA");
    Map<Set<String>, Integer> found = named(lines, "FDCA");
    Set<String> missing =
        lost.keySet().stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
    found.keySet().forEach(missing::removeAll);
    int accountedFor = Math.max(0, sum(lost) - sum(found));
    Optional<Instant> received =
        whole(lines, line -> line.is("RCF") && there.test(line), totalPieces - accountedFor);

    boolean nothingCame = totalPieces > 0 && accountedFor >= totalPieces;
    boolean brokenDown =
        nothingCame
            || RECEIVED.stream()
                .anyMatch(
                    code ->
                        whole(
                                lines,
                                line -> line.is(code) && there.test(line),
                                totalPieces - accountedFor)
                            .isPresent());
    boolean landed = brokenDown || arrival.isPresent();
    boolean departed = landed || departure.isPresent();
    boolean booked =
        departed
            || BOOKED.stream()
                .anyMatch(
                    code ->
                        whole(lines, line -> line.is(code) && flew.test(line), totalPieces)
                            .isPresent());

    Map<MilestoneCode, Instant> reached = new EnumMap<>(MilestoneCode.class);
    accepted.ifPresent(at -> reached.put(MilestoneCode.RCS, at));
    departure.ifPresent(at -> reached.put(MilestoneCode.DEP, at));
    arrival.ifPresent(at -> reached.put(MilestoneCode.ARR, at));
    received.ifPresent(at -> reached.put(MilestoneCode.RCF, at));
    return new FlightProgress(
        booked,
        offloaded.contains(current) && !departed,
        departed,
        landed,
        brokenDown,
        Set.copyOf(missing),
        reached);
  }

  /**
   * When all of it was told: by one line about the total, or by the last of the parts that add up
   * to it.
   */
  private static Optional<Instant> whole(
      Collection<StatusLine> lines, Predicate<StatusLine> which, int totalPieces) {
    Optional<Instant> total =
        lines.stream()
            .filter(which)
            .filter(line -> "T".equals(line.extent()))
            .map(StatusLine::at)
            .min(Instant::compareTo);
    if (total.isPresent() || totalPieces <= 0) {
      return total;
    }
    record Part(Leg leg, int pieces) {}
    Map<Part, Instant> parts = new HashMap<>();
    lines.stream()
        .filter(which)
        .filter(line -> line.extent() != null && line.pieces() != null)
        .forEach(
            line ->
                parts.merge(
                    new Part(line.leg(), line.pieces()),
                    line.at(),
                    (one, other) -> one.isBefore(other) ? one : other));
    return parts.keySet().stream().mapToLong(Part::pieces).sum() >= totalPieces
        ? parts.values().stream().max(Instant::compareTo)
        : Optional.empty();
  }

  /**
   * Pieces of houses that a discrepancy names; one that names none says nothing we could act on.
   */
  private static Map<Set<String>, Integer> named(Collection<StatusLine> lines, String discrepancy) {
    return lines.stream()
        .filter(line -> line.tells(discrepancy) && !line.houses().isEmpty())
        .collect(
            Collectors.toMap(
                StatusLine::houses,
                line -> line.pieces() == null ? line.houses().size() : line.pieces(),
                Math::max));
  }

  private static int sum(Map<Set<String>, Integer> pieces) {
    return pieces.values().stream().mapToInt(Integer::intValue).sum();
  }
}
