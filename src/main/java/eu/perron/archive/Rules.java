package eu.perron.archive;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** How long the archive keeps what: the longest of the rules that fit, from the end of its year. */
@Component
class Rules {
  private static final String FILE = "retention.csv";
  private final ReferenceTable rules;
  private final RetentionSettings settings;
  private final Clock clock;

  Rules(PerronSettings house, RetentionSettings settings, Clock clock) {
    this.rules =
        ReferenceTable.in(
            house.processesDir(),
            FILE,
            row -> {
              Period.parse(row.get("keep"));
              row.get("kind");
              row.get("subject");
            });
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * By the rules in force today: law that grew longer holds for what is still there.
   *
   * @param subject by which the owner's rows are told apart; empty: only the rules for all
   */
  Instant keepUntil(Kind kind, String subject, Instant endedAt) {
    LocalDate ended = LocalDate.ofInstant(endedAt, ZoneOffset.UTC);
    if (settings.keep() != null) {
      return endOf(ended.plus(settings.keep()));
    }
    LocalDate endOfYear = LocalDate.of(ended.getYear(), 12, 31);
    return rules.inForce(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).stream()
        .filter(row -> row.get("kind").equals(kind.name()))
        .filter(row -> row.get("subject").isEmpty() || row.get("subject").equals(subject))
        .map(row -> endOf(endOfYear.plus(Period.parse(row.get("keep")))))
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "reference/" + FILE + " says for no " + kind + " how long it is kept"));
  }

  /** What was over before this, and belongs to nothing that is kept longer, need not be kept. */
  Instant keptSince(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (settings.keep() != null) {
      return today.minus(settings.keep()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return rules.inForce(today).stream()
        .map(row -> today.minus(Period.parse(row.get("keep"))))
        .min(Comparator.naturalOrder())
        .map(day -> day.withDayOfYear(1).atStartOfDay(ZoneOffset.UTC).toInstant())
        .orElse(Instant.EPOCH);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
