package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.Visitor;
import eu.perron.connectors.Routes;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.flow.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Customs is cut off in the middle of a flight's declarations and declared down; clerks lodge some
 * on paper; it comes back. Nothing is declared both ways, nothing is forgotten.
 */
abstract class CustomsOutage extends Journey {
  private static final String OFFICE_TAKES = "belgian-customs.simulator.declarations";
  private static final String QUEUE = "/desk/outage";
  private static final String OPERATIONS = "/operations";
  private static final Duration LONGEST_PAUSE_BETWEEN_TRIES = Duration.ofMinutes(10);
  private static final Pattern LRN = Pattern.compile("<LRN>([^<]+)</LRN>");

  @Autowired private Routes routes;
  @Autowired private PartnerSwitch switches;
  @Autowired private Cancellation cancellation;
  private HeldPost post;
  private Visitor operator;
  private Visitor clerk;

  @BeforeEach
  void everybodyIsAtWork() {
    post = new HeldPost(jdbc);
    operator = new Visitor(this::url).loggedInAs("operator");
    clerk = new Visitor(this::url).loggedInAs("clerk");
  }

  @AfterEach
  void customsIsBack() {
    routes.mend(OFFICE_TAKES);
    switches.declareUp(Partner.BELGIAN_CUSTOMS, "test");
    post.letGo();
    clock.pass(LONGEST_PAUSE_BETWEEN_TRIES);
  }

  @Test
  void cutInTheMiddleOfAFlightEveryParcelIsDeclaredOneWay() {
    noFlightIsOpen();
    post.hold("belgian-customs");
    routes.cut(OFFICE_TAKES, 4, 2);
    List<String> orders = placed(12);
    patiently("the cut").until(() -> standing("UNSURE").size() >= 3);
    declareDown();
    patiently("nothing is on the line").until(() -> onTheLine() == 0);
    orders.addAll(placed(6));
    patiently("the rest waits in the queue")
        .until(() -> declared(orders) == 18 && standing("HERE").size() >= 6);

    Set<String> reached = lrns(routes.takenSinceCut(OFFICE_TAKES));
    // One that it took without an answer may have been sent to it again, with the same bytes.
    assertThat(reached).hasSizeBetween(5, 6);
    assertThat(lodge(standing("UNSURE").keySet())).contains("may have left us");
    standing("UNSURE")
        .forEach((order, lrn) -> says(reached.contains(lrn) ? "HELD" : "ABSENT", order));
    assertThat(standing("HELD").values()).hasSize(reached.size() - 4).isSubsetOf(reached);
    List<String> free = new ArrayList<>(standing("HERE").keySet());
    free.addAll(standing("ABSENT").keySet());
    assertThat(free).hasSize(18 - reached.size());
    Set<String> chosen = new TreeSet<>(free.subList(0, 6));
    chosen.add(standing("HERE").keySet().iterator().next());
    assertThat(lodge(chosen)).contains("taken out of the queue");
    assertThat(lodge(chosen)).contains("were on paper before");
    chosen.forEach(order -> isDecided(order, "RELEASED"));

    Set<String> before = lrns(routes.mend(OFFICE_TAKES));
    routes.cut(OFFICE_TAKES, Integer.MAX_VALUE, 0);
    operator.submit(OPERATIONS, OPERATIONS + "/partners/belgian-customs/up", Map.of());
    post.letGo();
    clock.pass(LONGEST_PAUSE_BETWEEN_TRIES);
    orders.forEach(order -> ends(order, "DELIVERED"));

    Set<String> electronic = lrns(routes.mend(OFFICE_TAKES));
    electronic.addAll(before);
    Set<String> paper =
        chosen.stream()
            .map(order -> declaration(order).path("lrn").asText())
            .collect(Collectors.toSet());
    assertThat(electronic).doesNotContainAnyElementsOf(paper);
    Set<String> all = new TreeSet<>(electronic);
    all.addAll(paper);
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            orders.stream().map(order -> declaration(order).path("lrn").asText()).toList());
    orders.forEach(order -> assertThat(imports(order)).hasSize(1));
    assertThat(chosen).allSatisfy(order -> assertThat(timeline(order)).contains("RELEASED"));
  }

  @Test
  void aWholeFlightGoesOnPaperAndTheOfficeDecidesOnEach() {
    noFlightIsOpen();
    declareDown();
    List<String> orders = placed(7);
    patiently("all wait").until(() -> standing("HERE").keySet().containsAll(orders));

    Map<String, List<String>> aboard =
        orders.stream().collect(Collectors.groupingBy(this::consignmentOf));
    aboard.forEach(
        (flight, those) -> {
          clerk.submit(QUEUE, QUEUE + "/lodge", Map.of("all", flight));
          those.forEach(order -> asks(order, "LodgeOnPaper"));
          assertThat(clerk.read("/desk/paper?consignment=" + flight))
              .contains("Article 6(3)(b)", "IM0560000010")
              .contains(those.stream().map(order -> "PN-" + order + "H701").toList());
        });
    assertThat(declaration(orders.get(0)).path("state").asText()).isEqualTo("ON_PAPER");
    assertThat(view(orders.get(0)).at("/openTask/desk").asText()).isEqualTo("customs-desk");

    isDecided(orders.get(0), "SELECTED");
    decides(orders.get(0), at("AskPaperDecision", "decision", "RELEASED", "note", "seen"));
    isDecided(orders.get(1), "NOT_RELEASED");
    decides(orders.get(1), at("HandleNotReleased", "decision", "DESTROYED"));
    isDecided(orders.get(2), "REFUSED");
    decides(
        orders.get(2),
        at("CorrectDeclaration", "decision", "SEND_AGAIN", "description", "cardboard puzzle"));
    isDecided(orders.get(3), "GIVE_UP");
    decides(orders.get(3), at("DecideReturn", "decision", "RETURN_TO_SELLER"));
    isDecided(orders.get(4), "SELECTED");
    decides(orders.get(4), at("AskPaperDecision", "decision", "NOT_RELEASED", "note", "fake"));
    decides(orders.get(4), at("HandleNotReleased", "decision", "SEIZED"));
    isDecided(orders.get(5), "RELEASED");
    assertThat(cancellation.cancel(orders.get(6))).isTrue();
    decides(orders.get(6), at("UndoDeclarations", "decision", "DONE"));

    ends(orders.get(0), "DELIVERED");
    ends(orders.get(1), "DESTROYED");
    ends(orders.get(3), "RETURNED");
    ends(orders.get(4), "SEIZED");
    ends(orders.get(5), "DELIVERED");
    ends(orders.get(6), "CANCELLED");
    patiently("the corrected one waits in the queue")
        .until(() -> standing("HERE").containsKey(orders.get(2)));
    switches.declareUp(Partner.BELGIAN_CUSTOMS, "test");
    ends(orders.get(2), "DELIVERED");
    assertThat(imports(orders.get(2)))
        .extracting(each -> each.path("state").asText())
        .containsExactly("REFUSED", "RELEASED");
    assertThat(lettersSent(orders))
        .as("one declaration, of the corrected goods, and no word about those on paper")
        .containsExactly("declaration " + orders.get(2) + "H702");
  }

  @Test
  void anOrderWhoseTimeIsOverGoesOnPaperToo() {
    declareDown();
    String order = placed("");
    patiently("it waits").until(() -> standing("HERE").containsKey(order));
    clock.pass(Duration.ofHours(5));
    asks(order, "ChaseCustoms");

    assertThat(lodge(Set.of(order))).contains("taken out of the queue");

    isDecided(order, "RELEASED");
    ends(order, "DELIVERED");
  }

  private List<String> placed(int many) {
    return IntStream.range(0, many)
        .mapToObj(n -> placed(""))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void declareDown() {
    operator.submit(
        OPERATIONS,
        OPERATIONS + "/partners/down",
        Map.of("partner", "belgian-customs", "reason", "Their system is down"));
    assertThat(switches.isDeclaredDown(Partner.BELGIAN_CUSTOMS)).isTrue();
  }

  private String lodge(Set<String> orders) {
    return orders.stream()
        .map(order -> clerk.submit(QUEUE, QUEUE + "/lodge", Map.of("order", order)).body())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private void says(String word, String order) {
    assertThat(
            clerk
                .submit(
                    QUEUE,
                    QUEUE + "/asked",
                    Map.of("order", order, "said", word, "note", "Ms Dubois"))
                .body())
        .contains("is noted for 1");
  }

  private void isDecided(String order, String decision) {
    decides(
        order,
        at(
            "LodgeOnPaper",
            "decision",
            decision,
            "office",
            "Liège Airport",
            "lodgedAt",
            clock.instant().minusSeconds(60).toString(),
            "number",
            "LGG-" + order,
            "note",
            "as stamped"));
  }

  private Map<String, String> standing(String standing) {
    Map<String, String> orders = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT about, letter_key FROM exchange_queue WHERE partner = 'belgian-customs' "
                + "AND operation = 'declaration' AND standing = :standing ORDER BY created_at, letter_key")
        .param("standing", standing)
        .query((row, number) -> orders.put(row.getString(1), row.getString(2)))
        .list();
    return orders;
  }

  private int onTheLine() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM exchange_message WHERE partner = 'belgian-customs' AND state = 'SENDING'")
        .query(Integer.class)
        .single();
  }

  private int declared(List<String> orders) {
    return jdbc.sql("SELECT COUNT(*) FROM import_declaration WHERE order_number IN (:orders)")
        .param("orders", orders)
        .query(Integer.class)
        .single();
  }

  private JsonNode declaration(String order) {
    return imports(order).get(imports(order).size() - 1);
  }

  private List<JsonNode> imports(String order) {
    List<JsonNode> imports = new ArrayList<>();
    view(order)
        .path("declarations")
        .forEach(
            each -> {
              if (each.path("direction").asText().equals("IMPORT")) {
                imports.add(each);
              }
            });
    return imports;
  }

  private List<String> lettersSent(List<String> orders) {
    return jdbc.sql(
            "SELECT CONCAT(l.operation, ' ', l.letter_key) FROM exchange_letter l "
                + "JOIN exchange_message m ON m.id = l.message_id WHERE l.about IN (:orders) "
                + "AND l.partner = 'belgian-customs' AND m.state = 'SENT'")
        .param("orders", orders)
        .query(String.class)
        .list();
  }

  private static Set<String> lrns(List<String> messages) {
    Set<String> lrns = new TreeSet<>();
    for (String message : messages) {
      Matcher lrn = LRN.matcher(message);
      assertThat(lrn.find()).as(message).isTrue();
      lrns.add(lrn.group(1));
    }
    return lrns;
  }
}
