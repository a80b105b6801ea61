package eu.perron.operations;

import eu.perron.exchange.MessageLog;
import eu.perron.exchange.Partner;
import eu.perron.tracking.Numbers;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every message in and out: by a number that names it or is about it, by partner, by day. */
@Controller
class MessagesPage {
  private static final int LINES = 50;
  private final MessageLog log;
  private final Numbers numbers;

  MessagesPage(MessageLog log, Numbers numbers) {
    this.log = log;
    this.numbers = numbers;
  }

  @GetMapping("/operations/messages")
  String messages(MessageWishes wishes, Model model) {
    Set<String> meant = wishes.q() == null ? Set.of() : meant(wishes.q());
    MessageLog.Page page = log.page(wishes.search(named(wishes.q(), meant)), LINES);
    model.addAttribute("wishes", wishes);
    model.addAttribute("meant", meant);
    model.addAttribute("entries", page.entries());
    model.addAttribute("waiting", waiting(wishes, meant));
    model.addAttribute("partners", Partner.values());
    model.addAttribute("states", MessageWishes.STATES);
    model.addAttribute("operations", byPartner());
    model.addAttribute("here", wishes.startingAfter(null).query());
    model.addAttribute(
        "next", page.next() == null ? null : wishes.startingAfter(page.next()).query());
    return "operations/messages";
  }

  private Set<String> meant(String q) {
    Set<String> meant = new LinkedHashSet<>(numbers.orders(q));
    numbers.consignment(q).ifPresent(meant::add);
    meant.addAll(numbers.inArchive(q));
    return meant;
  }

  /** Also what is no order of ours any more, or never was. */
  private static Set<String> named(String q, Set<String> meant) {
    Set<String> named = new LinkedHashSet<>(meant);
    if (q != null) {
      named.add(Numbers.plain(q));
    }
    return named;
  }

  /** What is not on any message yet has no place in the pages; it stands above the first. */
  private List<MessageLog.Entry> waiting(MessageWishes wishes, Set<String> meant) {
    return wishes.after() != null
        ? List.of()
        : meant.stream()
            .flatMap(number -> log.about(number, LINES).stream())
            .filter(entry -> entry.id() == null)
            .toList();
  }

  private Map<String, List<String>> byPartner() {
    return log.operations().stream()
        .collect(
            Collectors.groupingBy(
                MessageLog.Operation::partner,
                LinkedHashMap::new,
                Collectors.mapping(MessageLog.Operation::operation, Collectors.toList())));
  }
}
