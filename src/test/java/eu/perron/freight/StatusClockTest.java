package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.freight.StatusLine.Leg;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusClockTest {
  private static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");
  private static final ZoneId LIEGE = ZoneId.of("Europe/Brussels");
  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T17:00:00Z");

  @Test
  void timesAreLocalToTheStation() {
    StatusLine line =
        StatusClock.read(
            status("RCF", "3V0901", "22NOV", "1431", null),
            List.of(),
            LIEGE,
            Instant.parse("2026-11-22T14:00:00Z"));
    assertThat(line.at()).isEqualTo(Instant.parse("2026-11-22T13:31:00Z"));
  }

  @Test
  void aDepartureJustAfterMidnightInChinaIsStillLastYearInUtc() {
    StatusLine line =
        StatusClock.read(
            status("DEP", "3V0901", "01JAN", null, "A0015"), List.of(), HANGZHOU, NEW_YEAR);
    assertThat(line.leg()).isEqualTo(new Leg("3V0901", LocalDate.of(2027, 1, 1)));
    assertThat(line.at()).isEqualTo(Instant.parse("2026-12-31T16:15:00Z"));
  }

  @Test
  void theLetterBehindATimeMovesItToAnotherDay() {
    StatusLine line =
        StatusClock.read(
            status("DEP", "3V0901", "31DEC", null, "A0015-N"), List.of(), HANGZHOU, NEW_YEAR);
    assertThat(line.at()).isEqualTo(Instant.parse("2026-12-31T16:15:00Z"));
  }

  @Test
  void whatHasHappenedCannotLieAhead() {
    StatusLine line =
        StatusClock.read(status("RCS", null, "03JAN", "1200", null), List.of(), HANGZHOU, NEW_YEAR);
    assertThat(line.at()).isEqualTo(NEW_YEAR);
  }

  @Test
  void anEstimateIsNoDeparture() {
    StatusLine line =
        StatusClock.read(
            status("DEP", "3V0901", "31DEC", null, "E0015"), List.of(), HANGZHOU, NEW_YEAR);
    assertThat(line.at()).isEqualTo(NEW_YEAR);
  }

  @Test
  void aDiscrepancyAfterMidnightBelongsToTheFlightOfTheDayBefore() {
    List<Leg> booked = List.of(new Leg("3V0901", LocalDate.of(2026, 12, 31)));
    assertThat(
            StatusClock.read(
                    status("DIS", "3V901", "01JAN", "0020", null), booked, HANGZHOU, NEW_YEAR)
                .leg())
        .isEqualTo(booked.get(0));
  }

  @Test
  void whatNamesNoFlightSpeaksOfTheLastBooking() {
    List<Leg> booked =
        List.of(
            new Leg("3V0901", LocalDate.of(2026, 12, 31)),
            new Leg("3V0903", LocalDate.of(2027, 1, 1)));
    assertThat(
            StatusClock.read(status("BKD", null, null, null, null), booked, HANGZHOU, NEW_YEAR)
                .leg())
        .isEqualTo(booked.get(1));
  }

  private static FlightStatus status(
      String code, String flight, String date, String time, String departed) {
    return new FlightStatus(
        "157-53806270",
        code,
        flight,
        date,
        time,
        departed,
        null,
        "HGH",
        null,
        "T",
        41,
        null,
        null,
        List.of(),
        code);
  }
}
