package eu.perron.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.compliance.Compliance;
import eu.perron.delivery.Deliveries;
import eu.perron.exchange.MessageLog;
import eu.perron.exports.Exports;
import eu.perron.flow.UndoPlan;
import eu.perron.imports.CustomsDocuments;
import eu.perron.imports.DocumentKind;
import eu.perron.imports.StorageDeclarations;
import eu.perron.orders.Order;
import eu.perron.tracking.OrderView;
import eu.perron.tracking.OrderViews;
import eu.perron.tracking.TimelineEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out on a page what is known of an order or of a consignment. */
@Component
class Panels {
  private static final int MOST_MESSAGES = 50;
  private final OrderViews views;
  private final OrderFile file;
  private final ConsignmentFile consignments;
  private final Deliveries deliveries;
  private final Compliance compliance;
  private final CustomsDocuments documents;
  private final StorageDeclarations storage;
  private final UndoPlan undo;
  private final MessageLog log;
  private final Exports exports;
  private final ObjectMapper json;

  Panels(
      OrderViews views,
      OrderFile file,
      ConsignmentFile consignments,
      Deliveries deliveries,
      Compliance compliance,
      CustomsDocuments documents,
      StorageDeclarations storage,
      UndoPlan undo,
      MessageLog log,
      Exports exports,
      ObjectMapper json) {
    this.views = views;
    this.file = file;
    this.consignments = consignments;
    this.deliveries = deliveries;
    this.compliance = compliance;
    this.documents = documents;
    this.storage = storage;
    this.undo = undo;
    this.log = log;
    this.exports = exports;
    this.json = json;
  }

  /**
   * @param outermost the process whose diagram is shown; null: the one it stands in
   */
  void ofOrder(Order order, String outermost, Model model) {
    show(fileOf(order, outermost), views.find(order.number()).orElseThrow(), model);
    model.addAttribute("undo", undo.of(order.number()));
    model.addAttribute("documents", documents.of(order.number()));
    model.addAttribute("documentKinds", DocumentKind.values());
    model.addAttribute("largest", CustomsDocuments.LARGEST / (1024 * 1024));
  }

  /** What does not go into the archive by itself, as messages do. */
  FiledOrder fileOf(Order order, String outermost) {
    String number = order.number();
    return new FiledOrder(
        order,
        file.way(order),
        compliance.findings(number),
        file.flight(number).orElse(null),
        deliveries.view(number).orElse(null),
        file.drawn(number, outermost));
  }

  void show(FiledOrder filed, OrderView view, Model model) {
    model.addAttribute("order", filed.order());
    model.addAttribute("way", filed.way());
    model.addAttribute("findings", filed.findings());
    model.addAttribute("promised", view.promisedBy());
    model.addAttribute("declarations", view.declarations());
    model.addAttribute("cost", json.convertValue(view.landedCost(), Map.class));
    model.addAttribute("timeline", newestFirst(view.timeline()));
    model.addAttribute("flight", filed.flight());
    model.addAttribute("mile", filed.mile());
    model.addAttribute("messages", log.about(filed.order().number(), MOST_MESSAGES));
    model.addAttribute(
        "flightMessages",
        filed.flight() == null
            ? List.of()
            : log.about(filed.flight().consignment(), MOST_MESSAGES));
    model.addAttribute("drawn", filed.drawn());
  }

  void ofConsignment(String number, Model model) {
    show(fileOf(number), model);
  }

  /** Of whatever is no order: a consignment, or a month with China customs. */
  void ofConsignmentOrMonth(String key, Model model) {
    ofConsignment(key, model);
    model.addAttribute("summaries", exports.summaries(key));
    model.addAttribute("messages", log.about(key, MOST_MESSAGES));
  }

  FiledConsignment fileOf(String number) {
    return new FiledConsignment(
        consignments.find(number).orElse(null),
        consignments.milestones(number),
        storage.parts(number),
        consignments.houses(number),
        file.drawn(number, null));
  }

  void show(FiledConsignment filed, Model model) {
    model.addAttribute("consignment", filed.consignment());
    model.addAttribute("milestones", filed.milestones());
    model.addAttribute("storage", filed.storage());
    model.addAttribute("houses", filed.houses());
    if (filed.consignment() != null) {
      model.addAttribute("messages", log.about(filed.consignment().number(), MOST_MESSAGES));
    }
    model.addAttribute("drawn", filed.drawn());
  }

  private static List<TimelineEntry> newestFirst(List<TimelineEntry> timeline) {
    List<TimelineEntry> turned = new ArrayList<>(timeline);
    Collections.reverse(turned);
    return turned;
  }
}
