package eu.perron.desk;

import eu.perron.orders.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out on a page what is known of an order or of a consignment. */
@Component
class Panels {
  private final OrderFile file;
  private final ConsignmentFile consignments;

  Panels(OrderFile file, ConsignmentFile consignments) {
    this.file = file;
    this.consignments = consignments;
  }

  /** @param outermost the process whose diagram is shown; null: the one it stands in */
  void ofOrder(Order order, String outermost, Model model) {
    model.addAttribute("order", order);
    model.addAttribute("way", file.way(order));
    model.addAttribute("declarations", file.declarations(order.number()));
    model.addAttribute("flight", file.flight(order.number()).orElse(null));
    model.addAttribute("mile", file.lastMile(order.number()).orElse(null));
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
}
