package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CargoDatesTest {
  @Test
  void aDayInDecemberHeardInJanuaryIsLastYears() {
    assertThat(CargoDates.nearest("31DEC", LocalDate.of(2027, 1, 2)))
        .contains(LocalDate.of(2026, 12, 31));
  }

  @Test
  void aDayInJanuaryHeardInDecemberIsNextYears() {
    assertThat(CargoDates.nearest("01JAN", LocalDate.of(2026, 12, 31)))
        .contains(LocalDate.of(2027, 1, 1));
  }

  @Test
  void aDayFiveMonthsAgoIsThisYears() {
    assertThat(CargoDates.nearest("22JUN", LocalDate.of(2026, 11, 22)))
        .contains(LocalDate.of(2026, 6, 22));
  }

  @Test
  void theLeapDayIsThatOfTheNearestLeapYear() {
    assertThat(CargoDates.nearest("29FEB", LocalDate.of(2027, 1, 15)))
        .contains(LocalDate.of(2028, 2, 29));
  }

  @Test
  void whatIsNoDayIsNone() {
    assertThat(CargoDates.nearest("31FEB", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(CargoDates.nearest("12ABC", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(CargoDates.nearest(null, LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(CargoDates.time("2400")).isEmpty();
  }

  @Property
  void aDayWithinSixMonthsIsAlwaysFoundAgain(
      @ForAll @IntRange(min = 0, max = 20_000) int day,
      @ForAll @IntRange(min = -180, max = 180) int away) {
    LocalDate received = LocalDate.of(2000, 1, 1).plusDays(day);
    LocalDate meant = received.plusDays(away);
    String told =
        "%02d%s"
            .formatted(
                meant.getDayOfMonth(),
                meant.getMonth().name().substring(0, 3).toUpperCase(Locale.ROOT));
    assertThat(CargoDates.nearest(told, received))
        .hasValueSatisfying(
            found ->
                assertThat(Math.abs(ChronoUnit.DAYS.between(found, received)))
                    .isLessThanOrEqualTo(Math.abs(away)));
    assertThat(CargoDates.nearest(told, received).map(LocalDate::getDayOfYear))
        .contains(meant.getDayOfYear());
  }
}
