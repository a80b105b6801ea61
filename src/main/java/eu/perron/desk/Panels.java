package eu.perron.desk;

import eu.perron.compliance.Compliance;
import eu.perron.delivery.Deliveries;
import eu.perron.orders.Order;
import eu.perron.tracking.OrderView;
import eu.perron.tracking.OrderViews;
import eu.perron.tracking.TimelineEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out on a page what is known of an order or of a consignment. */
@Component
class Panels {
  private final OrderViews views;
  private final OrderFile file;
  private final ConsignmentFile consignments;
  private final Deliveries deliveries;
  private final Compliance compliance;

  Panels(
      OrderViews views,
      OrderFile file,
      ConsignmentFile consignments,
      Deliveries deliveries,
      Compliance compliance) {
    this.views = views;
    this.file = file;
    this.consignments = consignments;
    this.deliveries = deliveries;
    this.compliance = compliance;
  }

  /**
   * @param outermost the process whose diagram is shown; null: the one it stands in
   */
  void ofOrder(Order order, String outermost, Model model) {
    model.addAttribute("order", order);
    model.addAttribute("way", file.way(order));
    OrderView view = views.find(order.number()).orElseThrow();
    model.addAttribute("findings", compliance.findings(order.number()));
    model.addAttribute("promised", view.promisedBy());
    model.addAttribute("declarations", view.declarations());
    model.addAttribute("timeline", newestFirst(view.timeline()));
    model.addAttribute("flight", file.flight(order.number()).orElse(null));
    model.addAttribute("mile", deliveries.view(order.number()).orElse(null));
    model.addAttribute("letters", file.letters(order.number()));
    model.addAttribute("drawn", file.drawn(order.number(), outermost));
  }

  void ofConsignment(String number, Model model) {
    model.addAttribute("consignment", consignments.find(number).orElse(null));
    model.addAttribute("milestones", consignments.milestones(number));
    model.addAttribute("houses", consignments.houses(number));
    model.addAttribute("letters", file.letters(number));
    model.addAttribute("drawn", file.drawn(number, null));
  }

  private static List<TimelineEntry> newestFirst(List<TimelineEntry> timeline) {
    List<TimelineEntry> turned = new ArrayList<>(timeline);
    Collections.reverse(turned);
    return turned;
  }
}
