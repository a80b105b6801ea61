package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.freight.StatusLine.Leg;
import eu.perron.trade.MilestoneCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FlightProgressTest {
  private static final Leg FIRST = new Leg("3V0901", LocalDate.of(2026, 11, 22));
  private static final Leg SECOND = new Leg("3V0903", LocalDate.of(2026, 11, 23));
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aBookingAloneIsABooking() {
    FlightProgress progress = progress(FIRST, line("BKD", FIRST, "HGH", "T", 41, 3));
    assertThat(progress.booked()).isTrue();
    assertThat(progress.departed()).isFalse();
    assertThat(progress.reached()).isEmpty();
  }

  @Test
  void aDepartureImpliesTheBooking() {
    FlightProgress progress = progress(FIRST, line("DEP", FIRST, "HGH", "T", 41, 14));
    assertThat(progress.booked()).isTrue();
    assertThat(progress.departed()).isTrue();
    assertThat(progress.landed()).isFalse();
  }

  @Test
  void receivedFromTheFlightImpliesAllBeforeIt() {
    FlightProgress progress = progress(FIRST, line("RCF", FIRST, "LGG", "T", 41, 28));
    assertThat(
            progress.booked() && progress.departed() && progress.landed() && progress.brokenDown())
        .isTrue();
    assertThat(progress.reached()).containsOnlyKeys(MilestoneCode.RCF);
  }

  @Test
  void anArrivalAtAStopOnTheWayIsNoLanding() {
    assertThat(progress(FIRST, line("ARR", FIRST, "ALA", "T", 41, 20)).landed()).isFalse();
    assertThat(progress(FIRST, line("RCF", FIRST, "ALA", "T", 41, 20)).brokenDown()).isFalse();
  }

  @Test
  void aPartMovesNothingUntilThePartsAreComplete() {
    StatusLine twenty = line("DEP", FIRST, "HGH", "P", 20, 14);
    assertThat(progress(FIRST, twenty).departed()).isFalse();
    assertThat(progress(FIRST, twenty, twenty).departed()).isFalse();
    FlightProgress complete = progress(FIRST, twenty, line("DEP", SECOND, "HGH", "S", 21, 40));
    assertThat(complete.departed()).isTrue();
    assertThat(complete.reached()).containsEntry(MilestoneCode.DEP, NOON.plusSeconds(40));
  }

  @Test
  void aLineWithoutQuantityMovesNothing() {
    assertThat(progress(FIRST, line("RCF", FIRST, "LGG", null, null, 28)).landed()).isFalse();
  }

  @Test
  void offloadedMeansBookedOnTheNextFlightOnly() {
    StatusLine booked = line("BKD", FIRST, "HGH", "T", 41, 3);
    StatusLine manifested = line("MAN", FIRST, "HGH", "T", 41, 9);
    StatusLine left = discrepancy("OFLD", FIRST, "HGH", 41, Set.of(), "T");
    FlightProgress before = progress(FIRST, booked, manifested, left);
    assertThat(before.offloaded()).isTrue();
    assertThat(before.booked()).isFalse();
    FlightProgress rebooked = progress(SECOND, booked, manifested, left);
    assertThat(rebooked.offloaded()).isFalse();
    assertThat(rebooked.booked()).isFalse();
    FlightProgress flown =
        progress(SECOND, booked, manifested, left, line("DEP", SECOND, "HGH", "T", 41, 50));
    assertThat(flown.departed()).isTrue();
  }

  @Test
  void anOffloadThatTheAirlineFlewOnAnotherFlightIsNone() {
    FlightProgress progress =
        progress(
            FIRST,
            discrepancy("OFLD", FIRST, "HGH", 41, Set.of(), "T"),
            line("DEP", SECOND, "HGH", "T", 41, 50));
    assertThat(progress.offloaded()).isFalse();
    assertThat(progress.departed()).isTrue();
  }

  @Test
  void missingHousesCompleteTheBreakDownWhenTheyAreNamed() {
    StatusLine forty = line("RCF", FIRST, "LGG", "P", 40, 28);
    assertThat(progress(FIRST, forty).brokenDown()).isFalse();
    assertThat(
            progress(FIRST, forty, discrepancy("MSCA", FIRST, "LGG", 1, Set.of(), "P"))
                .brokenDown())
        .isFalse();
    FlightProgress named =
        progress(FIRST, forty, discrepancy("MSCA", FIRST, "LGG", 1, Set.of("P26000000017"), "P"));
    assertThat(named.brokenDown()).isTrue();
    assertThat(named.missing()).containsExactly("P26000000017");
  }

  @Test
  void foundAgainIsNotMissing() {
    FlightProgress progress =
        progress(
            FIRST,
            line("RCF", FIRST, "LGG", "P", 40, 28),
            discrepancy("MSCA", FIRST, "LGG", 1, Set.of("P26000000017"), "P"),
            discrepancy("FDCA", FIRST, "LGG", 1, Set.of("P26000000017"), "P"));
    assertThat(progress.missing()).isEmpty();
    assertThat(progress.brokenDown()).isFalse();
  }

  @Test
  void aConsignmentOfWhichNothingCameIsBrokenDownToo() {
    assertThat(
            progress(FIRST, discrepancy("MSCA", FIRST, "LGG", 41, Set.of("A", "B"), "T"))
                .brokenDown())
        .isTrue();
  }

  @Test
  void aCodeNobodyKnowsChangesNothing() {
    assertThat(progress(FIRST, line("XYZ", FIRST, "LGG", "T", 41, 1))).isEqualTo(progress(FIRST));
  }

  @Property
  void orderAndRepetitionDoNotMatter(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 11) int heard) {
    List<StatusLine> story =
        List.of(
            line("BKD", FIRST, "HGH", "T", 41, 3),
            line("RCS", null, "HGH", "T", 41, 6),
            line("MAN", FIRST, "HGH", "T", 41, 9),
            discrepancy("OFLD", FIRST, "HGH", 41, Set.of(), "T"),
            line("BKD", SECOND, "HGH", "T", 41, 33),
            line("DEP", SECOND, "HGH", "P", 20, 44),
            line("DEP", SECOND, "HGH", "P", 21, 45),
            line("ARR", SECOND, "LGG", "T", 41, 52),
            line("RCF", SECOND, "LGG", "P", 40, 58),
            discrepancy("MSCA", SECOND, "LGG", 1, Set.of("P26000000017"), "P"),
            line("NFD", null, "LGG", "P", 40, 60));
    List<StatusLine> part = new ArrayList<>(story.subList(0, Math.min(heard, story.size())));
    FlightProgress inOrder = FlightProgress.of(part, SECOND, "HGH", "LGG", 41);
    for (int i = 0; i < heard; i++) {
      part.add(part.get(random.nextInt(part.size())));
    }
    java.util.Collections.shuffle(part, random);
    assertThat(FlightProgress.of(part, SECOND, "HGH", "LGG", 41)).isEqualTo(inOrder);
  }

  private static FlightProgress progress(Leg current, StatusLine... lines) {
    return FlightProgress.of(List.of(lines), current, "HGH", "LGG", 41);
  }

  private static StatusLine line(
      String code, Leg leg, String station, String extent, Integer pieces, int second) {
    return new StatusLine(
        code, leg, NOON.plusSeconds(second), station, extent, pieces, null, Set.of());
  }

  private static StatusLine discrepancy(
      String code, Leg leg, String station, int pieces, Set<String> houses, String extent) {
    return new StatusLine("DIS", leg, NOON.plusSeconds(14), station, extent, pieces, code, houses);
  }
}
