package eu.perron.exports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** Sends order, receipt and waybill, each anew when it changed or customs did not take it. */
@Component("exportThreeDocuments")
class Documents {
  private static final int LONGEST_FINDING = 240;
  private final ExportDocuments documents;
  private final ExportListing listing;
  private final Outbox outbox;
  private final JdbcAggregateTemplate aggregates;

  Documents(
      ExportDocuments documents,
      ExportListing listing,
      Outbox outbox,
      JdbcAggregateTemplate aggregates) {
    this.documents = documents;
    this.listing = listing;
    this.outbox = outbox;
    this.aggregates = aggregates;
  }

  DocumentsDrawn draw(Order order, Instant now) {
    ThreeDocuments three = listing.documents(order, now);
    List<String> findings =
        three.disagreements(
            listing.of(
                order,
                ExportDeclaration.lodged(
                    order.number(), 1, "", listing.statisticsFlag(order, now), now),
                null));
    if (!findings.isEmpty()) {
      return new DocumentsDrawn(DocumentsDrawn.Result.DISAGREE, words(findings));
    }
    Map<Paper, ExportDocument> sent =
        documents.lock(order.number()).stream()
            .collect(Collectors.toMap(ExportDocument::paper, Function.identity()));
    List<ExportDocument> first = new ArrayList<>();
    List<ExportDocument> again = new ArrayList<>();
    List<Letter> letters = new ArrayList<>();
    for (Paper paper : Paper.values()) {
      ExportDocument before = sent.get(paper);
      String hash = hash(content(three, paper, null));
      if (before == null || !before.isStored() || !before.contentHash().equals(hash)) {
        ExportDocument document =
            before == null
                ? ExportDocument.sent(order.number(), paper, guid(), hash, now)
                : before.sentAgain(guid(), hash, now);
        (before == null ? first : again).add(document);
        letters.add(letter(document, content(three, paper, document.dispatch())));
      }
    }
    aggregates.insertAll(first);
    again.forEach(aggregates::update);
    if (letters.isEmpty()) {
      return new DocumentsDrawn(DocumentsDrawn.Result.STORED, null);
    }
    outbox.postAll(letters);
    return new DocumentsDrawn(DocumentsDrawn.Result.SENT, null);
  }

  /** What customs have of them is deleted there; what is still ours is not sent. */
  void withdraw(Order order, Instant now) {
    List<ExportDocument> sent =
        documents.lock(order.number()).stream()
            .filter(document -> document.state() != ExportState.WITHDRAWN)
            .toList();
    if (sent.isEmpty()) {
      return;
    }
    ThreeDocuments three = listing.documents(order, now);
    List<Letter> deletions = new ArrayList<>();
    for (ExportDocument document : sent) {
      boolean ours =
          outbox.withdraw(
              Partner.CHINA_CUSTOMS, document.paper().operation(), document.letterKey());
      ExportDocument gone = document.withdrawn(guid(), now);
      aggregates.update(gone);
      if (!ours || document.known()) {
        Dispatch deletion = new Dispatch(gone.guid(), Application.DELETE, now);
        deletions.add(letter(gone, content(three, gone.paper(), deletion)));
      }
    }
    outbox.postAll(deletions);
  }

  /** What customs say of a document they gave back. */
  Optional<String> complaint(String orderNumber) {
    return ExportDocument.returned(documents.findByOrderNumber(orderNumber))
        .map(ExportDocument::reason);
  }

  Stream<DeclarationOnRecord> returned(String orderNumber) {
    return documents.findByOrderNumber(orderNumber).stream()
        .filter(ExportDocument::isReturned)
        .map(
            document ->
                new DeclarationOnRecord(
                    document.paper().message(),
                    document.number(),
                    null,
                    document.state().name(),
                    document.sentAt(),
                    document.reason()));
  }

  private static Letter letter(ExportDocument document, Object content) {
    return new Letter(
        Partner.CHINA_CUSTOMS,
        document.paper().operation(),
        document.letterKey(),
        document.orderNumber(),
        content);
  }

  private static Object content(ThreeDocuments three, Paper paper, Dispatch dispatch) {
    return switch (paper) {
      case ORDER -> three.order().sent(dispatch);
      case RECEIPT -> three.receipt().sent(dispatch);
      case WAYBILL -> three.waybill().sent(dispatch);
    };
  }

  private static String words(List<String> findings) {
    String all = "Documents do not agree: " + String.join("; ", findings);
    return all.length() <= LONGEST_FINDING ? all : all.substring(0, LONGEST_FINDING - 1) + "…";
  }

  private static String guid() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }

  private static String hash(Object content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
