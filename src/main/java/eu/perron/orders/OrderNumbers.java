package eu.perron.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Order numbers of twelve characters: P, two digits of the year, nine of Crockford's base 32 that
 * hold the millisecond of the year (35 bits) and a counter that begins at random (10 bits). They
 * sort by time; two nodes hit the same one rarely, and then the database refuses the second.
 */
@Component
class OrderNumbers {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int COUNTER_BITS = 10;

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  OrderNumbers(Clock clock) {
    this.clock = clock;
  }

  String next() {
    Instant now = clock.instant();
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    Instant newYear = today.withDayOfYear(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    long millis = now.toEpochMilli() - newYear.toEpochMilli();
    long fresh = (millis << COUNTER_BITS) | ThreadLocalRandom.current().nextInt(1 << COUNTER_BITS);
    long value = last.updateAndGet(before -> sameOrLaterMilli(before, millis) ? before + 1 : fresh);
    return "P%02d%s".formatted(today.getYear() % 100, base32(value));
  }

  /** Within a millisecond we count on; a burst may borrow from the next, a new year begins anew. */
  private static boolean sameOrLaterMilli(long before, long millis) {
    long counted = before >> COUNTER_BITS;
    return counted >= millis && counted - millis < 60_000;
  }

  private static String base32(long value) {
    char[] digits = new char[9];
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = CROCKFORD.charAt((int) (value & 31));
      value >>= 5;
    }
    return new String(digits);
  }
}
