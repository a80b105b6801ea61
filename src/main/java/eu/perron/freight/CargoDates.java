package eu.perron.freight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Airline messages name neither year nor zone: {@code 31DEC2350} is the one nearest to the day it
 * was received.
 */
final class CargoDates {
  private static final java.util.Map<String, Month> MONTHS =
      Arrays.stream(Month.values())
          .collect(
              Collectors.toMap(
                  month ->
                      month.getDisplayName(TextStyle.SHORT, Locale.US).toUpperCase(Locale.ROOT),
                  Function.identity()));

  private CargoDates() {}

  /**
   * @param ddMMM {@code 22NOV}; the 29th of February may be up to four years away
   */
  static Optional<LocalDate> nearest(String ddMMM, LocalDate received) {
    if (ddMMM == null
        || !ddMMM.matches("[0-9]{2}[A-Z]{3}.*")
        || !MONTHS.containsKey(ddMMM.substring(2, 5))) {
      return Optional.empty();
    }
    int day = Integer.parseInt(ddMMM.substring(0, 2));
    Month month = MONTHS.get(ddMMM.substring(2, 5));
    return IntStream.rangeClosed(received.getYear() - 4, received.getYear() + 4)
        .mapToObj(year -> dated(year, month, day))
        .flatMap(Optional::stream)
        .min(
            Comparator.comparingLong(
                    (LocalDate date) -> Math.abs(ChronoUnit.DAYS.between(date, received)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code 1430}; 2400 is not a time. */
  static Optional<LocalTime> time(String hhmm) {
    if (hhmm == null || !hhmm.matches("([01][0-9]|2[0-3])[0-5][0-9]")) {
      return Optional.empty();
    }
    return Optional.of(
        LocalTime.of(Integer.parseInt(hhmm.substring(0, 2)), Integer.parseInt(hhmm.substring(2))));
  }

  /** The letter after a time that fell on another day: previous, next, second, third. */
  static int dayChange(char letter) {
    return switch (letter) {
      case 'P' -> -1;
      case 'N' -> 1;
      case 'S' -> 2;
      case 'T' -> 3;
      default -> 0;
    };
  }

  private static Optional<LocalDate> dated(int year, Month month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
