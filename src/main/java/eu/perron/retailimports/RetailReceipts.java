package eu.perron.retailimports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.house.Confided;
import eu.perron.retailimports.PaperState.Answer;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what China customs says to the four papers, and tells the order what it means together. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RetailReceipts {
  /** Customs has the list, whatever became of it: a release may be heard before the receipt. */
  private static final Set<Answer> TAKEN =
      EnumSet.of(Answer.STORED, Answer.DETAINED, Answer.RELEASED);

  private static final int LONGEST_LIST_NUMBER = 20;

  private final RetailPapers papers;
  private final Admissions admissions;
  private final ApplicationEventPublisher events;

  RetailReceipts(RetailPapers papers, Admissions admissions, ApplicationEventPublisher events) {
    this.papers = papers;
    this.admissions = admissions;
    this.events = events;
  }

  Outcome apply(Receipt receipt) {
    Optional<String> order = orderOf(receipt);
    List<Paper> all = order.map(papers::lock).orElse(List.of());
    Optional<Paper> found =
        all.stream().filter(paper -> paper.kind() == receipt.kind()).findFirst();
    if (found.isEmpty()) {
      return Outcome.unmatched(
          "No paper %s has the number %s".formatted(receipt.kind(), receipt.number()));
    }
    Paper before = found.get();
    if (!before.number().equals(receipt.number())) {
      return Outcome.applied(before.orderNumber());
    }
    Paper after = before.hear(receipt);
    if (!after.equals(before)) {
      papers.save(after);
      tell(before, after, all, receipt);
    }
    return Outcome.applied(before.orderNumber());
  }

  Match<Receipt> match(Receipt receipt, String orderNumber) {
    return papers
        .find(orderNumber, receipt.kind())
        .map(paper -> Match.to(receipt.of(paper.number()), paper.number()))
        .orElseGet(
            () ->
                Match.impossible(
                    "No paper %s was sent for order %s".formatted(receipt.kind(), orderNumber)));
  }

  /** A list that was replaced is known by the number in front of its revision. */
  private Optional<String> orderOf(Receipt receipt) {
    String number = receipt.number();
    int hyphen = number.lastIndexOf('-');
    return papers
        .orderOf(receipt.kind(), number)
        .or(
            () ->
                receipt.kind() == PaperKind.LIST
                        && hyphen > 0
                        && number.length() <= LONGEST_LIST_NUMBER
                    ? Optional.of(number.substring(0, hyphen))
                    : Optional.empty());
  }

  private void tell(Paper before, Paper after, List<Paper> all, Receipt receipt) {
    if (after.kind() == PaperKind.LIST) {
      ofList(before, after, receipt);
    } else {
      ofDocument(before, after, all);
    }
  }

  /**
   * The first of the three that comes back is told; what is wrong with the others, a person sees.
   */
  private void ofDocument(Paper before, Paper after, List<Paper> all) {
    Answer answer = after.state().answer();
    List<Paper> others =
        all.stream()
            .filter(paper -> paper.kind() != PaperKind.LIST && paper.kind() != after.kind())
            .toList();
    boolean otherReturned =
        others.stream().anyMatch(paper -> paper.state().answer() == Answer.RETURNED);
    boolean othersStored =
        others.stream().allMatch(paper -> paper.state().answer() == Answer.STORED);
    if (answer == before.state().answer()) {
      return;
    }
    if (answer == Answer.RETURNED && !otherReturned) {
      events.publishEvent(
          new RetailAnswer.DocumentReturned(after.orderNumber(), Confided.text(after.said())));
    } else if (answer == Answer.STORED && othersStored) {
      events.publishEvent(new RetailAnswer.DocumentsStored(after.orderNumber()));
    }
  }

  private void ofList(Paper before, Paper after, Receipt receipt) {
    String order = after.orderNumber();
    if (after.state() == PaperState.INSPECTION && before.state() != PaperState.INSPECTION) {
      events.publishEvent(milestone(order, MilestoneCode.INSPECTION, receipt));
    }
    Answer answer = after.state().answer();
    if (answer == before.state().answer()) {
      return;
    }
    if (TAKEN.contains(answer) && !TAKEN.contains(before.state().answer())) {
      admissions
          .find(order)
          .ifPresent(
              admission ->
                  events.publishEvent(
                      milestone(order, MilestoneCode.DUTY_DUE, receipt)
                          .noting("CNY " + admission.tax().total().toPlainString())));
    }
    switch (answer) {
      case NONE, STORED -> {}
      case RETURNED ->
          events.publishEvent(new RetailAnswer.ListReturned(order, Confided.text(after.said())));
      case DETAINED -> {
        events.publishEvent(
            milestone(order, MilestoneCode.INSPECTION, receipt)
                .noting("detained: " + Confided.text(after.said())));
        events.publishEvent(new RetailAnswer.Detained(order, Confided.text(after.said())));
      }
      case RELEASED -> {
        events.publishEvent(milestone(order, MilestoneCode.RELEASED, receipt));
        events.publishEvent(new RetailAnswer.Released(order));
      }
    }
  }

  private static Milestone milestone(String order, MilestoneCode code, Receipt receipt) {
    return Milestone.of(order, code, receipt.at(), Partner.CHINA_CUSTOMS.id());
  }

  /** An ear for the receipts of one kind of paper. */
  record Ear(PaperKind paper, RetailReceipts receipts) implements ArrivalHandler<Receipt> {
    @Override
    public Partner partner() {
      return Partner.CHINA_CUSTOMS;
    }

    @Override
    public String kind() {
      return paper.receipt();
    }

    @Override
    public Class<Receipt> contentType() {
      return Receipt.class;
    }

    @Override
    public Outcome apply(Receipt receipt) {
      return receipts.apply(receipt);
    }

    @Override
    public Match<Receipt> match(Receipt receipt, String number) {
      return receipts.match(receipt, number);
    }
  }
}
