package eu.perron.exports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hears that a whole message was not taken (CEB900): everything in it then stands as if it had been
 * said of each.
 */
@Component("chinaMessageRefusals")
class MessageRefusals implements ArrivalHandler<MessageRefusal> {
  private static final String LIST = "CEB603";
  private static final String SUMMARY = "CEB701";

  private final Outbox outbox;
  private final ExportReceipts lists;
  private final FlightNotices flights;
  private final DocumentReceipts documents;
  private final Summaries summaries;

  MessageRefusals(
      Outbox outbox,
      ExportReceipts lists,
      FlightNotices flights,
      DocumentReceipts documents,
      Summaries summaries) {
    this.outbox = outbox;
    this.documents = documents;
    this.summaries = summaries;
    this.lists = lists;
    this.flights = flights;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "message-refusal";
  }

  @Override
  public Class<MessageRefusal> contentType() {
    return MessageRefusal.class;
  }

  /** What of the message cannot be applied is tried again with all of it, which changes nothing. */
  @Override
  public Outcome apply(MessageRefusal refusal) {
    Optional<String> operation = operation(refusal.type());
    if (operation.isEmpty()) {
      return Outcome.forAPerson(
          "China customs refuse a message of a type that we do not send: '%s' (%s)"
              .formatted(refusal.type(), refusal.info()));
    }
    List<String> keys =
        refusal.messages().stream()
            .map(message -> outbox.carriedBy(partner(), operation.get(), message))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (keys.isEmpty()) {
      return Outcome.unmatched(
          "No %s message of ours is named %s"
              .formatted(refusal.type(), String.join(" or ", refusal.messages())));
    }
    List<Outcome> outcomes = keys.stream().map(key -> apply(refusal, key)).toList();
    return outcomes.stream()
        .filter(outcome -> outcome.unmatched() || outcome.forAPerson())
        .findFirst()
        .orElseGet(() -> Outcome.applied(outcomes.size() == 1 ? outcomes.get(0).number() : null));
  }

  @Override
  public Match<MessageRefusal> match(MessageRefusal refusal, String number) {
    return Match.impossible("A whole message was refused; name the message, not what it was about");
  }

  private static Optional<String> operation(String type) {
    if (type.equals(SUMMARY)) {
      return Optional.of(Summaries.SUMMARY);
    }
    return type.equals(LIST)
        ? Optional.of(Exports.EXPORT_LIST)
        : FlightNotice.sentAs(type)
            .map(FlightNotice::operation)
            .or(() -> Paper.sentAs(type).map(Paper::operation));
  }

  private Outcome apply(MessageRefusal refusal, String key) {
    if (refusal.type().equals(LIST)) {
      return lists.apply(
          new ExportReceipt(key, null, null, refusal.status(), refusal.at(), refusal.info()));
    }
    if (refusal.type().equals(SUMMARY)) {
      return summaries.hear(
          new SummaryReceipt(key, null, refusal.status(), refusal.at(), refusal.info()));
    }
    Optional<Paper> paper = Paper.sentAs(refusal.type());
    return paper.isPresent()
        ? documents.apply(refusal, paper.get(), key)
        : flights.hear(
            new WaybillReceipt(key, null, refusal.status(), refusal.at(), refusal.info()));
  }
}
