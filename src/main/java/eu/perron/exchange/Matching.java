package eu.perron.exchange;

import eu.perron.house.Seal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says which order a partner means. */
@Component
@Transactional
public class Matching {
  private final JdbcClient jdbc;
  private final ArrivalHandlers handlers;
  private final Aliases aliases;
  private final Seal seal;
  private final Clock clock;

  Matching(JdbcClient jdbc, ArrivalHandlers handlers, Aliases aliases, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.handlers = handlers;
    this.aliases = aliases;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * What would come of it.
   *
   * @param number the one among those named that it can be given to; null if none
   * @param name what the partner should have written
   * @param why it can be given to none; null if it can
   */
  public record Preview(String number, String name, String why) {
    public boolean isPossible() {
      return number != null;
    }
  }

  private record Kept(String partner, String kind, String about, String content) {}

  /**
   * @param numbers a parcel, an order, its consignment: the first that fits is taken
   */
  @Transactional(readOnly = true)
  public Optional<Preview> preview(String arrivalId, List<String> numbers) {
    return kept(arrivalId).map(kept -> preview(kept, numbers));
  }

  private Preview preview(Kept kept, List<String> numbers) {
    Optional<ArrivalHandler<?>> handler = handlers.of(kept.partner(), kept.kind());
    if (handler.isEmpty()) {
      return new Preview(null, null, "No room listens to " + kept.kind());
    }
    String why = null;
    for (String number : numbers) {
      Match<?> match = handlers.match(handler.get(), kept.content(), number);
      if (match.isPossible()) {
        return new Preview(number, match.name(), null);
      }
      why = why == null ? match.why() : why;
    }
    return new Preview(null, null, why);
  }

  /**
   * It is applied as being about that number, soon.
   *
   * @param always also whatever else this partner says, or said, under the same wrong name
   * @return false if somebody else has dealt with it, or it cannot be given to that number
   */
  public boolean match(String arrivalId, String number, boolean always, String who) {
    Optional<Kept> kept = kept(arrivalId);
    if (kept.isEmpty() || !preview(kept.get(), List.of(number)).isPossible()) {
      return false;
    }
    boolean ours =
        jdbc.sql(
                    "UPDATE exchange_arrival SET state = 'NEW', attempts = 0, due_at = :now, matched_to = :number "
                        + "WHERE id = :id AND state IN ('UNMATCHED', 'FAILED')")
                .param("now", now())
                .param("number", number)
                .param("id", arrivalId)
                .update()
            == 1;
    if (ours && always) {
      aliases.remember(kept.get().partner(), kept.get().about(), number, who);
      jdbc.sql(
              "UPDATE exchange_arrival SET state = 'NEW', attempts = 0, due_at = :now "
                  + "WHERE about = :about AND partner = :partner AND state = 'UNMATCHED'")
          .param("now", now())
          .param("about", kept.get().about())
          .param("partner", kept.get().partner())
          .update();
    }
    return ours;
  }

  /** How many more of this partner's news wait under the same name. */
  @Transactional(readOnly = true)
  public long others(String arrivalId) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM exchange_arrival a JOIN exchange_arrival o ON o.about = a.about "
                + "AND o.partner = a.partner AND o.state = 'UNMATCHED' AND o.id <> a.id WHERE a.id = :id")
        .param("id", arrivalId)
        .query(Long.class)
        .single();
  }

  private Optional<Kept> kept(String arrivalId) {
    return jdbc.sql("SELECT partner, kind, about, content FROM exchange_arrival WHERE id = :id")
        .param("id", arrivalId)
        .query(
            (row, number) ->
                new Kept(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    seal.openText(row.getBytes(4))))
        .optional();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
