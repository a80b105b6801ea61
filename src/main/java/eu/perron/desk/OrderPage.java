package eu.perron.desk;

import eu.perron.delivery.Deliveries;
import eu.perron.delivery.Label;
import eu.perron.imports.Amendments;
import eu.perron.imports.CustomsDocuments;
import eu.perron.orders.CancellationDesk.Refusal;
import eu.perron.orders.Order;
import eu.perron.orders.OrderCancellation;
import eu.perron.orders.Orders;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One order, whether somebody must decide about it or not, and the way to it from any of its
 * numbers.
 */
@Controller
class OrderPage {
  static final String OUTERMOST = "fulfilment";
  private final Orders orders;
  private final OrderCancellation cancellation;
  private final OrderSearch search;
  private final ConsignmentFile consignments;
  private final TaskList tasks;
  private final Panels panels;
  private final Deliveries deliveries;
  private final ArchivedFiles archived;
  private final CustomsDocuments documents;
  private final Amendments amendments;
  private final EntrySummaryDesk entrySummary;

  OrderPage(
      Orders orders,
      OrderCancellation cancellation,
      OrderSearch search,
      ConsignmentFile consignments,
      TaskList tasks,
      Panels panels,
      Deliveries deliveries,
      ArchivedFiles archived,
      CustomsDocuments documents,
      Amendments amendments,
      EntrySummaryDesk entrySummary) {
    this.orders = orders;
    this.cancellation = cancellation;
    this.search = search;
    this.consignments = consignments;
    this.tasks = tasks;
    this.panels = panels;
    this.deliveries = deliveries;
    this.archived = archived;
    this.documents = documents;
    this.amendments = amendments;
    this.entrySummary = entrySummary;
  }

  @GetMapping("/desk/search")
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    String wanted = q.strip();
    List<OrderSearch.Hit> hits =
        wanted.isEmpty() || wanted.length() > 120 ? List.of() : find(wanted);
    Optional<String> consignment =
        OrderSearch.awb(wanted)
            .flatMap(consignments::ofAwb)
            .or(() -> consignments.find(wanted).map(ConsignmentFile.Consignment::number))
            .or(() -> archived.consignment(wanted));
    if (hits.size() == 1 && consignment.isEmpty()) {
      return "redirect:/desk/orders/" + hits.get(0).number();
    }
    if (consignment.isPresent()) {
      return "redirect:/desk/consignments/" + consignment.get();
    }
    model.addAttribute("q", wanted);
    model.addAttribute("hits", hits);
    return "desk/search";
  }

  private List<OrderSearch.Hit> find(String wanted) {
    return Stream.concat(search.find(wanted).stream(), archived.find(wanted).stream())
        .limit(OrderSearch.MOST)
        .toList();
  }

  @GetMapping("/desk/orders/{number}")
  String order(
      @PathVariable String number, Authentication who, Model model, HttpServletResponse response) {
    Optional<Order> order = orders.find(number);
    if (order.isEmpty() && archived.showOrder(number, model)) {
      return model.containsAttribute("order") ? "desk/order" : "desk/erased";
    }
    if (order.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("q", number);
      model.addAttribute("hits", List.of());
      return "desk/search";
    }
    Clerk clerk = Clerk.of(who);
    panels.ofOrder(order.get(), OUTERMOST, model);
    model.addAttribute(
        "task", tasks.ofKey(number).filter(task -> clerk.sees(task.desk())).orElse(null));
    model.addAttribute("mayUpload", order.get().endedAt() == null && clerk.works(OutagePage.DESK));
    model.addAttribute("amendments", amendments.of(number));
    model.addAttribute("mayAmend", clerk.works(OutagePage.DESK) && amendments.mayBeAsked(number));
    entrySummary.show(number, clerk, model);
    model.addAttribute("mayCancel", order.get().endedAt() == null && !clerk.own().isEmpty());
    return "desk/order";
  }

  @GetMapping("/desk/consignments/{number}")
  String consignment(
      @PathVariable String number, Authentication who, Model model, HttpServletResponse response) {
    Clerk clerk = Clerk.of(who);
    FiledConsignment filed = panels.fileOf(number);
    if (filed.consignment() != null) {
      panels.show(filed.with(archived.housesOf(number, filed.houses())), model);
    } else if (!archived.showConsignment(number, model)) {
      panels.show(filed, model);
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    model.addAttribute(
        "task", tasks.ofKey(number).filter(task -> clerk.sees(task.desk())).orElse(null));
    return "desk/consignment";
  }

  /** Only kinds that a browser shows or saves without running anything. */
  @GetMapping("/desk/orders/{number}/label")
  ResponseEntity<byte[]> label(@PathVariable String number) {
    return deliveries
        .label(number)
        .map(label -> download(number, label))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Only as a file to be saved: strangers wrote it. */
  @GetMapping("/desk/orders/{number}/documents/{id}")
  ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable String id) {
    return documents
        .find(number, id)
        .map(
            one ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(one.contentType()))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                            .filename(one.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString())
                    .body(documents.content(id)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> download(String number, Label label) {
    boolean pdf = label.contentType().toLowerCase(Locale.ROOT).startsWith("application/pdf");
    return ResponseEntity.ok()
        .contentType(pdf ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("label-" + number + (pdf ? ".pdf" : ".zpl"))
                .build()
                .toString())
        .body(label.body());
  }

  @PostMapping("/desk/orders/{number}/cancellation")
  String cancel(@PathVariable String number, Authentication who, RedirectAttributes flash) {
    Optional<Order> order = orders.find(number);
    if (order.isPresent() && !Clerk.of(who).own().isEmpty()) {
      Optional<Refusal> refusal = cancellation.cancel(order.get());
      if (refusal.isPresent()) {
        flash.addFlashAttribute("refusal", refusal.get());
      } else {
        flash.addFlashAttribute("cancelled", true);
      }
    }
    return "redirect:/desk/orders/" + number;
  }
}
