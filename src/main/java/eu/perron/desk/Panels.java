package eu.perron.desk;

import eu.perron.compliance.Compliance;
import eu.perron.delivery.Deliveries;
import eu.perron.exchange.MessageLog;
import eu.perron.orders.Order;
import eu.perron.tracking.OrderView;
import eu.perron.tracking.OrderViews;
import eu.perron.tracking.TimelineEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
  private final MessageLog log;

  Panels(
      OrderViews views,
      OrderFile file,
      ConsignmentFile consignments,
      Deliveries deliveries,
      Compliance compliance,
      MessageLog log) {
    this.views = views;
    this.file = file;
    this.consignments = consignments;
    this.deliveries = deliveries;
    this.compliance = compliance;
    this.log = log;
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
    Optional<OrderFile.Flight> flight = file.flight(order.number());
    model.addAttribute("flight", flight.orElse(null));
    model.addAttribute("mile", deliveries.view(order.number()).orElse(null));
    model.addAttribute("messages", log.about(order.number(), MOST_MESSAGES));
    model.addAttribute(
        "flightMessages",
        flight.map(flown -> log.about(flown.consignment(), MOST_MESSAGES)).orElse(List.of()));
    model.addAttribute("drawn", file.drawn(order.number(), outermost));
  }

  void ofConsignment(String number, Model model) {
    model.addAttribute("consignment", consignments.find(number).orElse(null));
    model.addAttribute("milestones", consignments.milestones(number));
    model.addAttribute("houses", consignments.houses(number));
    model.addAttribute("messages", log.about(number, MOST_MESSAGES));
    model.addAttribute("drawn", file.drawn(number, null));
  }

  private static List<TimelineEntry> newestFirst(List<TimelineEntry> timeline) {
    List<TimelineEntry> turned = new ArrayList<>(timeline);
    Collections.reverse(turned);
    return turned;
  }
}
