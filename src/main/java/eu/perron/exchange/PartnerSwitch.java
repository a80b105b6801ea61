package eu.perron.exchange;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person declares a partner down, and up again. While it is down its letters stay letters and its
 * messages stay where they are, on every node; what was on the line in that moment may still
 * arrive.
 */
@Component
public class PartnerSwitch {
  private static final int LONGEST = 250;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  PartnerSwitch(JdbcClient jdbc, Clock clock, Audit audit, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
    Arrays.stream(Partner.values())
        .forEach(
            partner ->
                jdbc.sql("INSERT IGNORE INTO exchange_partner (partner) VALUES (:partner)")
                    .param("partner", partner.id())
                    .update());
  }

  /** Since when it is down, and who said so and why. */
  public record Down(Partner partner, Instant since, String who, String why) {}

  /**
   * When the transaction is over, no node takes another message: whoever takes one holds the
   * partner's row, so this waits for those who are at it.
   *
   * @return false if it is down already; then nothing is changed
   */
  @Transactional
  public boolean declareDown(Partner partner, String who, String why) {
    boolean changed =
        jdbc.sql(
                    "UPDATE exchange_partner SET down_since = :now, down_by = :who, down_why = :why "
                        + "WHERE partner = :partner AND down_since IS NULL")
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("who", who)
                .param("why", why.substring(0, Math.min(LONGEST, why.length())))
                .param("partner", partner.id())
                .update()
            == 1;
    if (changed) {
      audit.record(
          Entry.of(Act.PARTNER_DOWN).by(who).on(partner.id()).after(Map.of("reason", why)));
      events.publishEvent(new PartnerDeclaredDown(partner, who, why));
    }
    return changed;
  }

  /**
   * @return false if it is not down
   */
  @Transactional
  public boolean declareUp(Partner partner, String who) {
    boolean changed =
        jdbc.sql(
                    "UPDATE exchange_partner SET down_since = NULL, down_by = NULL, down_why = NULL "
                        + "WHERE partner = :partner AND down_since IS NOT NULL")
                .param("partner", partner.id())
                .update()
            == 1;
    if (changed) {
      audit.record(Entry.of(Act.PARTNER_UP).by(who).on(partner.id()));
      events.publishEvent(new PartnerDeclaredUp(partner, who));
    }
    return changed;
  }

  public boolean isDeclaredDown(Partner partner) {
    return down(partner).isPresent();
  }

  public Optional<Down> down(Partner partner) {
    return Optional.ofNullable(down().get(partner));
  }

  private record Row(String partner, Instant downSince, String downBy, String downWhy) {}

  /** All that are down. */
  public Map<Partner, Down> down() {
    Map<Partner, Down> down = new EnumMap<>(Partner.class);
    jdbc.sql(
            "SELECT partner, down_since, down_by, down_why FROM exchange_partner WHERE down_since IS NOT NULL")
        .query(Row.class)
        .list()
        .forEach(
            row ->
                Partner.named(row.partner())
                    .ifPresent(
                        partner ->
                            down.put(
                                partner,
                                new Down(partner, row.downSince(), row.downBy(), row.downWhy()))));
    return down;
  }

  /**
   * Asked within the transaction that takes letters or messages: holds off whoever is about to
   * declare it down until this transaction is over.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean letsGo(Partner partner) {
    return jdbc.sql(
            "SELECT down_since IS NULL FROM exchange_partner WHERE partner = :partner LOCK IN SHARE MODE")
        .param("partner", partner.id())
        .query(Boolean.class)
        .single();
  }
}
