package eu.perron.exports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.exports.ExportState.Answer;
import eu.perron.house.Confided;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is aggregated monthly: gathered as it is released, applied for at the month's end. */
@Component("exportSummaries")
class Summaries {
  static final String SUMMARY = "summary";

  /** Keeps a message carriable; a consignor with more gets several applications. */
  private static final int MOST_IN_ONE = 10_000;

  private final SummaryLines lines;
  private final MonthSummaries summaries;
  private final CustomsCodes codes;
  private final Orders orders;
  private final Outbox outbox;
  private final JdbcAggregateTemplate aggregates;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Summaries(
      SummaryLines lines,
      MonthSummaries summaries,
      CustomsCodes codes,
      Orders orders,
      Outbox outbox,
      JdbcAggregateTemplate aggregates,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.lines = lines;
    this.summaries = summaries;
    this.codes = codes;
    this.orders = orders;
    this.outbox = outbox;
    this.aggregates = aggregates;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Released, a list is gathered; detained before it stands in a summary, it is taken out. */
  void heard(ExportDeclaration list) {
    if (list.invtNo() == null) {
      return;
    }
    if (list.state().answer() != Answer.RELEASED) {
      lines.takeOut(list.invtNo());
    } else if (!lines.existsByInvtNo(list.invtNo())) {
      Order order = orders.get(list.orderNumber());
      LocalDate released = LocalDate.ofInstant(list.decidedAt(), ExportListing.CHINA);
      String registration = order.consignor().registration();
      aggregates.insert(
          new SummaryLine(
              list.invtNo(),
              order.number(),
              registration == null || registration.isBlank()
                  ? codes.of("owner", "unregistered", released)
                  : registration.strip(),
              Confided.of(order.consignor().name()),
              YearMonth.from(released).toString(),
              null));
    }
  }

  Optional<String> takeUp(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ExportListing.CHINA);
    int day = Integer.parseInt(codes.of("summary", "day-of-month", today));
    String month = YearMonth.from(today).minusMonths(1).toString();
    if (today.getDayOfMonth() < day || !lines.waitFor(month)) {
      return Optional.empty();
    }
    int taken =
        jdbc.sql("INSERT IGNORE INTO export_month (month, begun_at) VALUES (:month, :now)")
            .param("month", month)
            .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .update();
    return taken == 1 ? Optional.of(month) : Optional.empty();
  }

  void apply(String month, Instant now) {
    Map<String, List<SummaryLine>> byOwner =
        lines.lockOpen(month).stream()
            .collect(
                Collectors.groupingBy(SummaryLine::ownerCode, TreeMap::new, Collectors.toList()));
    int before = summaries.countByMonth(month);
    List<MonthSummary> filed = new ArrayList<>();
    List<Letter> letters = new ArrayList<>();
    for (List<SummaryLine> ofOwner : byOwner.values()) {
      for (int from = 0; from < ofOwner.size(); from += MOST_IN_ONE) {
        List<SummaryLine> part =
            ofOwner.subList(from, Math.min(ofOwner.size(), from + MOST_IN_ONE));
        MonthSummary summary =
            MonthSummary.filed(
                month,
                before + filed.size() + 1,
                part.get(0).ownerCode(),
                part.get(0).owner(),
                guid(),
                now);
        List<String> numbers = part.stream().map(SummaryLine::invtNo).toList();
        lines.putInto(summary.copNo(), numbers);
        filed.add(summary);
        letters.add(letter(summary, numbers));
      }
    }
    aggregates.insertAll(filed);
    outbox.postAll(letters);
  }

  void applyAgain(String month, Instant now) {
    for (MonthSummary returned :
        summaries.lockCurrent(month).stream().filter(MonthSummary::isReturned).toList()) {
      MonthSummary again = returned.again(guid(), now);
      aggregates.update(returned.replaced());
      aggregates.insert(again);
      lines.move(returned.copNo(), again.copNo());
      outbox.postAll(List.of(letter(again, lines.numbersIn(again.copNo()))));
    }
  }

  List<SummaryOnRecord> onRecord(String month) {
    return summaries.findByMonthAndSupersededFalseOrderByNumber(month).stream()
        .map(
            summary ->
                new SummaryOnRecord(
                    summary.copNo(),
                    Confided.text(summary.owner()),
                    lines.numbersIn(summary.copNo()).size(),
                    summary.state().name(),
                    summary.entryId(),
                    summary.reason()))
        .toList();
  }

  Outcome hear(SummaryReceipt receipt) {
    Optional<MonthSummary> summary = summaries.findByCopNo(receipt.copNo());
    if (summary.isEmpty()) {
      return Outcome.unmatched("No application for a summary has the number " + receipt.copNo());
    }
    Optional<ExportState> meaning = codes.saidBy(receipt.status(), receipt.at());
    if (meaning.isEmpty()) {
      return Outcome.forAPerson(codes.unknown(receipt.status(), receipt.copNo(), receipt.info()));
    }
    return change(summary.get(), before -> before.hear(receipt, meaning.get()));
  }

  Outcome hear(SummaryResult result) {
    return summaries
        .findBySumNo(result.sumNo())
        .map(summary -> change(summary, before -> before.became(result.entryId())))
        .orElseGet(() -> Outcome.unmatched("No summary has the number " + result.sumNo()));
  }

  private Outcome change(MonthSummary named, UnaryOperator<MonthSummary> how) {
    List<MonthSummary> all = summaries.lockCurrent(named.month());
    Optional<MonthSummary> current =
        all.stream().filter(each -> each.copNo().equals(named.copNo())).findFirst();
    MonthSummary before = current.orElse(named);
    MonthSummary after = how.apply(before);
    aggregates.update(after);
    if (current.isPresent()) {
      tell(
          named.month(),
          MonthSummary.together(all),
          all.stream().map(each -> each == before ? after : each).toList());
    }
    return Outcome.applied(named.month());
  }

  private void tell(String month, Answer before, List<MonthSummary> now) {
    Answer after = MonthSummary.together(now);
    if (after == before) {
      return;
    }
    if (after == Answer.RELEASED) {
      events.publishEvent(new MonthDeclared(month));
    } else if (after == Answer.RETURNED) {
      MonthSummary returned =
          now.stream().filter(MonthSummary::isReturned).findFirst().orElseThrow();
      events.publishEvent(new SummaryReturned(month, returned.copNo() + ": " + returned.reason()));
    }
  }

  private static Letter letter(MonthSummary summary, List<String> invtNos) {
    return new Letter(
        Partner.CHINA_CUSTOMS,
        SUMMARY,
        summary.copNo(),
        summary.month(),
        new SummaryApplication(
            summary.copNo(),
            summary.guid(),
            summary.revision() > 1,
            summary.filedAt(),
            summary.ownerCode(),
            Confided.text(summary.owner()),
            invtNos));
  }

  private static String guid() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }
}
