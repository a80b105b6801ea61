package eu.perron.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps what nobody could read, so that a person can; within bounds, so that a partner that floods
 * us with nonsense cannot fill the disk. Each node counts for itself.
 */
@Component
public class Unreadables {
  private static final Logger log = LoggerFactory.getLogger(Unreadables.class);
  private static final int MOST_OF_ONE = (int) DataSize.ofMegabytes(1).toBytes();
  private static final long MOST_IN_FULL_AN_HOUR = DataSize.ofMegabytes(64).toBytes();
  private static final int BEGINNING = 4096;
  private static final int LONGEST_PROBLEM = 800;

  private final Inbox inbox;
  private final Clock clock;
  private final int mostAnHour;
  private final Map<Partner, Hour> hours = new EnumMap<>(Partner.class);

  Unreadables(
      Inbox inbox,
      Clock clock,
      @Value("${perron.exchange.unreadable-an-hour:50000}") int mostAnHour) {
    this.inbox = inbox;
    this.clock = clock;
    this.mostAnHour = mostAnHour;
  }

  private static final class Hour {
    private final Instant begins;
    private int messages;
    private long bytes;

    Hour(Instant begins) {
      this.begins = begins;
    }
  }

  /**
   * Keeps the message, or its beginning with size and digest; the same message again changes
   * nothing.
   *
   * @return false if this partner sent so many within the hour that it must be told to wait
   */
  public boolean keep(
      Partner partner, String operation, String contentType, byte[] body, String problem) {
    int kept = allowance(partner, body.length);
    if (kept < 0) {
      return false;
    }
    String digest = Inbox.digest(body);
    String said = problem.substring(0, Math.min(LONGEST_PROBLEM, problem.length()));
    inbox.keepUnreadable(
        partner,
        operation,
        contentType,
        digest,
        kept == body.length ? body : Arrays.copyOf(body, kept),
        kept == body.length
            ? said
            : said
                + " (the first %d of %d bytes read are kept; their SHA-256 is %s)"
                    .formatted(kept, body.length, digest));
    return true;
  }

  /** How many bytes of it may be kept; negative when nothing more may be kept. */
  private synchronized int allowance(Partner partner, int size) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    Hour hour =
        hours.compute(
            partner,
            (any, known) -> known == null || !known.begins.equals(now) ? new Hour(now) : known);
    if (hour.messages >= mostAnHour) {
      return -1;
    }
    if (++hour.messages == mostAnHour) {
      log.warn(
          "{} sent {} messages within the hour that nobody can read; further ones are answered 429",
          partner,
          mostAnHour);
    }
    int wanted = Math.min(size, MOST_OF_ONE);
    if (hour.bytes + wanted > MOST_IN_FULL_AN_HOUR) {
      return Math.min(wanted, BEGINNING);
    }
    hour.bytes += wanted;
    return wanted;
  }
}
