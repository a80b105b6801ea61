package eu.perron.flow;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.compliance.Findings;
import eu.perron.delivery.Address;
import eu.perron.delivery.AddressCorrected;
import eu.perron.orders.GoodsDescribed;
import eu.perron.orders.OrderCorrected;
import eu.perron.sanctions.ClearedParties.PartyCleared;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what the rooms below did to an order at somebody's wish. */
@Component
class Trail {
  private final Audit audit;

  Trail(Audit audit) {
    this.audit = audit;
  }

  /** By which rows of the dated tables something was found; what is clean needs no entry here. */
  static Entry screened(String orderNumber, Findings findings) {
    Map<String, Object> found = new LinkedHashMap<>();
    findings
        .open()
        .forEach(
            finding ->
                found.put(
                    finding.code() + (finding.line() == null ? "" : " " + (finding.line() + 1)),
                    finding.detail()));
    return Entry.of(Act.SCREENED)
        .by(Audit.THE_PROGRAM)
        .about(orderNumber)
        .under("screening-rules.csv: " + String.join("; ", findings.rules()))
        .after(found);
  }

  @EventListener
  void on(GoodsDescribed event) {
    String line = "line " + (event.position() + 1);
    audit.record(
        Entry.of(Act.CORRECTED)
            .about(event.orderNumber())
            .on(line)
            .before(goods(event.descriptionBefore(), event.hsCodeBefore()))
            .after(goods(event.description(), event.hsCode())));
  }

  @EventListener
  void on(OrderCorrected event) {
    audit.record(
        Entry.of(Act.CORRECTED)
            .by("seller " + event.sellerId())
            .about(event.orderNumber())
            .on("corrections")
            .before(event.before())
            .after(event.after()));
  }

  @EventListener
  void on(PartyCleared event) {
    Map<String, Object> what = new LinkedHashMap<>();
    what.put("party", event.party().name());
    what.put("entry", event.hit().entry().title());
    what.put("score", event.hit().score());
    what.put("list", event.hit().version() + " of " + event.hit().generatedOn());
    what.put("note", event.note());
    audit.record(
        Entry.of(Act.PARTY_CLEARED)
            .by(event.clerk())
            .about(event.orderNumber())
            .on("sanctions entry " + event.hit().entry().reference())
            .after(what));
  }

  @EventListener
  void on(AddressCorrected event) {
    audit.record(
        Entry.of(Act.CORRECTED)
            .about(event.orderNumber())
            .on("address")
            .before(address(event.before()))
            .after(address(event.after())));
  }

  @EventListener
  void on(Milestone milestone) {
    if (milestone.code() == MilestoneCode.CANCELLED) {
      audit.record(Entry.of(Act.CANCELLED).about(milestone.orderNumber()));
    }
  }

  private static Map<String, String> goods(String description, String hsCode) {
    Map<String, String> goods = new LinkedHashMap<>();
    goods.put("description", description);
    goods.put("hsCode", hsCode);
    return goods;
  }

  private static Map<String, String> address(Address address) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("street", address.street());
    parts.put("postcode", address.postcode());
    parts.put("city", address.city());
    return parts;
  }
}
