package eu.perron.freight;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import eu.perron.house.Seal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the advance security authority says about the entry summaries by house. */
@Component
class EntrySummaryAnswerHandler implements ArrivalHandler<EntrySummaryAnswer> {
  private static final Set<Kind> BY_MASTER = EnumSet.of(Kind.NOT_COMPLETE, Kind.ARRIVAL_REGISTERED);
  private final JdbcClient jdbc;
  private final Houses houses;
  private final MasterFiling masters;
  private final SecurityFiling filing;
  private final FilingAmendments amendments;
  private final ApplicationEventPublisher events;
  private final Seal seal;

  EntrySummaryAnswerHandler(
      JdbcClient jdbc,
      Houses houses,
      MasterFiling masters,
      SecurityFiling filing,
      FilingAmendments amendments,
      ApplicationEventPublisher events,
      Seal seal) {
    this.jdbc = jdbc;
    this.houses = houses;
    this.masters = masters;
    this.filing = filing;
    this.amendments = amendments;
    this.events = events;
    this.seal = seal;
  }

  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String kind() {
    return "entry-summary-answer";
  }

  @Override
  public Class<EntrySummaryAnswer> contentType() {
    return EntrySummaryAnswer.class;
  }

  @Override
  public Outcome apply(EntrySummaryAnswer answer) {
    if (MasterFiling.isOurs(answer.lrn())) {
      return masters.apply(answer);
    }
    Optional<FilingAmendments.Reference> amendment = amendments.meant(answer.lrn());
    EntrySummaryAnswer said = amendment.map(meant -> answer.of(meant.filing())).orElse(answer);
    Optional<House> filed = houses.filedAs(said.lrn(), said.mrn());
    if (filed.isEmpty()) {
      return ofAnEarlierFiling(said.lrn())
          .map(Outcome::applied)
          .orElseGet(
              () ->
                  Outcome.unmatched(
                      "No house is filed as " + (said.lrn() != null ? said.lrn() : said.mrn())));
    }
    House house = filed.get();
    if (BY_MASTER.contains(said.kind())) {
      return Outcome.forAPerson(
          "Advance security says %s about house %s, which it says of masters only."
              .formatted(said.kind(), house.orderNumber()));
    }
    boolean heard =
        (amendment.isPresent() || house.amending())
            && amendments.hear(
                house, amendment.map(FilingAmendments.Reference::number).orElse(null), said);
    if (!heard) {
      apply(said, house);
    }
    filing.clear(house.consignmentNumber());
    return Outcome.applied(house.orderNumber());
  }

  private void apply(EntrySummaryAnswer answer, House house) {
    switch (answer.kind()) {
      case REGISTERED ->
          update(
              house,
              "mrn = :mrn, security = IF(security = 'FILED', 'REGISTERED', security)",
              "TRUE",
              answer);
      case ASSESSED -> {
        if (!update(
            house,
            "mrn = COALESCE(mrn, :mrn), security = 'ASSESSED', security_open = FALSE, "
                + "question = NULL",
            "security NOT IN ('ASSESSED', 'DO_NOT_LOAD') AND NOT amending",
            answer)) {
          amendments.assessedAsItWas(house.orderNumber());
        }
      }
      case DO_NOT_LOAD -> {
        if (update(
            house,
            "mrn = COALESCE(mrn, :mrn), security = 'DO_NOT_LOAD', security_open = FALSE, "
                + "question = :text, state = 'PULLED'",
            "state = 'ABOARD'",
            answer)) {
          events.publishEvent(new DoNotLoad(house.orderNumber(), answer.text()));
        }
      }
      case INFORMATION_REQUESTED, SCREENING_REQUESTED -> {
        String referral = answer.kind() == Kind.SCREENING_REQUESTED ? "RFS" : "RFI";
        if (update(
            house,
            "mrn = COALESCE(mrn, :mrn), security = 'ASKED', question = :text, referral = '"
                + referral
                + "'",
            "security_open AND state = 'ABOARD'",
            answer)) {
          events.publishEvent(new InformationRequested(house.orderNumber(), answer.text()));
        }
      }
      case INVALIDATED ->
          update(
              house,
              "security = 'INVALIDATED', security_open = FALSE",
              "state <> 'ABOARD' AND security <> 'DO_NOT_LOAD'",
              answer);
      case REFUSED -> {
        if (update(
            house,
            "security = 'REFUSED', question = :text",
            "security IN ('FILED', 'REGISTERED') AND state = 'ABOARD'",
            answer)) {
          events.publishEvent(new InformationRequested(house.orderNumber(), answer.text()));
        }
      }
      case AMENDED, NOT_COMPLETE, ARRIVAL_REGISTERED -> {}
    }
  }

  @Override
  public Match<EntrySummaryAnswer> match(EntrySummaryAnswer answer, String orderNumber) {
    Optional<House> house = houses.find(orderNumber);
    if (house.isEmpty() || house.get().lrn() == null) {
      return Match.impossible("No entry summary was filed for " + orderNumber);
    }
    String known = house.get().mrn();
    return answer.mrn() != null && known != null && !answer.mrn().equals(known)
        ? Match.impossible(
            "Order %s is filed under MRN %s, and this is about MRN %s"
                .formatted(orderNumber, known, answer.mrn()))
        : Match.to(answer.of(house.get().lrn()), house.get().lrn());
  }

  private boolean update(House house, String change, String condition, EntrySummaryAnswer answer) {
    return jdbc.sql(
                "UPDATE freight_house SET "
                    + change
                    + " WHERE order_number = :order AND "
                    + condition)
            .param("order", house.orderNumber())
            .param("mrn", answer.mrn())
            .param("text", seal.close(answer.keptText()))
            .update()
        == 1;
  }

  /**
   * @return the order
   */
  private Optional<String> ofAnEarlierFiling(String lrn) {
    return lrn == null || lrn.length() != 17 || !lrn.startsWith("ENS")
        ? Optional.empty()
        : houses
            .find(lrn.substring(3, 15))
            .filter(house -> house.lrn() != null && !house.lrn().equals(lrn))
            .map(House::orderNumber);
  }
}
