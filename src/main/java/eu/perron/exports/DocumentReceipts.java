package eu.perron.exports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.exports.ExportState.Answer;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** Hears what China customs say to orders, receipts and waybills (CEB304, CEB404, CEB506). */
@Component("exportDocumentReceipts")
class DocumentReceipts implements ArrivalHandler<DocumentReceipt> {
  private final ExportDocuments documents;
  private final CustomsCodes codes;
  private final JdbcAggregateTemplate aggregates;
  private final ApplicationEventPublisher events;

  DocumentReceipts(
      ExportDocuments documents,
      CustomsCodes codes,
      JdbcAggregateTemplate aggregates,
      ApplicationEventPublisher events) {
    this.documents = documents;
    this.codes = codes;
    this.aggregates = aggregates;
    this.events = events;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "document-receipt";
  }

  @Override
  public Class<DocumentReceipt> contentType() {
    return DocumentReceipt.class;
  }

  @Override
  public Outcome apply(DocumentReceipt receipt) {
    Paper paper = Paper.answeredBy(receipt.message()).orElseThrow();
    List<ExportDocument> all = documents.lock(receipt.orderNumber());
    Optional<ExportDocument> meant =
        all.stream().filter(document -> document.paper() == paper).findFirst();
    if (meant.isEmpty()) {
      return Outcome.unmatched(
          "No %s was sent for order %s".formatted(paper.words(), receipt.orderNumber()));
    }
    Optional<ExportState> meaning = codes.saidBy(receipt.status(), receipt.at());
    if (meaning.isEmpty()) {
      return Outcome.forAPerson(
          codes.unknown(
              receipt.status(), paper.words() + " of " + receipt.orderNumber(), receipt.info()));
    }
    ExportDocument after = meant.get().hear(receipt, meaning.get());
    if (!after.equals(meant.get())) {
      aggregates.update(after);
      List<ExportDocument> now =
          all.stream().map(document -> document == meant.get() ? after : document).toList();
      tell(receipt.orderNumber(), ExportDocument.together(all), now);
    }
    return Outcome.applied(receipt.orderNumber());
  }

  /** If that sending is not the last any more, what is said of it does not count. */
  Outcome apply(MessageRefusal refusal, Paper paper, String letterKey) {
    String orderNumber = letterKey.substring(0, letterKey.lastIndexOf('-'));
    boolean last =
        documents.findByOrderNumber(orderNumber).stream()
            .anyMatch(document -> document.letterKey().equals(letterKey));
    return last
        ? apply(
            new DocumentReceipt(
                paper.receipt(), orderNumber, refusal.status(), refusal.at(), refusal.info()))
        : Outcome.applied(orderNumber);
  }

  @Override
  public Match<DocumentReceipt> match(DocumentReceipt receipt, String orderNumber) {
    return documents.findByOrderNumber(orderNumber).isEmpty()
        ? Match.impossible("No documents were sent for order " + orderNumber)
        : Match.to(receipt.of(orderNumber), orderNumber);
  }

  private void tell(String orderNumber, Answer before, List<ExportDocument> now) {
    Answer after = ExportDocument.together(now);
    if (after == before) {
      return;
    }
    if (after == Answer.RELEASED) {
      events.publishEvent(new ExportDocumentsStored(orderNumber));
    } else if (after == Answer.RETURNED) {
      ExportDocument returned = ExportDocument.returned(now).orElseThrow();
      events.publishEvent(
          new ExportDocumentsReturned(
              orderNumber, returned.paper().words() + ": " + returned.reason()));
    }
  }
}
