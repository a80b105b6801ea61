package eu.perron.connectors.bpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.delivery.Delivered;
import eu.perron.delivery.Deliveries;
import eu.perron.delivery.DeliveryState;
import eu.perron.delivery.ExitForbidden;
import eu.perron.delivery.GoesBack;
import eu.perron.delivery.LabelRefused;
import eu.perron.delivery.Labelled;
import eu.perron.delivery.LostByCarrier;
import eu.perron.delivery.NotDelivered;
import eu.perron.delivery.QuietParcels;
import eu.perron.delivery.ReturnedToHub;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Composer;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import eu.perron.house.PerronSettings;
import eu.perron.house.Seal;
import eu.perron.orders.Delivery;
import eu.perron.orders.DeliveryService;
import eu.perron.orders.Incoterm;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Parcel;
import eu.perron.orders.Party;
import eu.perron.orders.SaleKind;
import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import eu.perron.orders.VatScheme;
import eu.perron.returns.ParcelBack;
import eu.perron.returns.ReturnDecision;
import eu.perron.returns.Returns;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rooms, connector and simulated carrier together on a real database; the post between them is
 * carried by hand.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    classes = ParcelsOnTheirWayTest.Rooms.class,
    properties = {
      "perron.data-dir=target/parcels-on-their-way",
      "perron.demo.pace=0",
      "spring.flyway.locations=classpath:db/migration,classpath:db/simulators",
      "spring.main.web-application-type=none"
    })
@ActiveProfiles("simulators")
class ParcelsOnTheirWayTest {

  @EnableConfigurationProperties({PerronSettings.class, BpostSettings.class})
  @ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class
  })
  @EnableJdbcRepositories("eu.perron.orders")
  @ComponentScan(
      basePackages = {"eu.perron.delivery", "eu.perron.returns", "eu.perron.connectors.bpost"},
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = BpostQuestion.class))
  @ComponentScan(
      basePackages = {"eu.perron.house", "eu.perron.orders"},
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = {
                "eu\\.perron\\.house\\.((Database|House)Configuration|Seal|SealedColumns)",
                "eu\\.perron\\.orders\\.(Orders|OrdersInBulk|OrderWords|Parties)"
              }))
  @Import({Outbox.class, Seal.class, LetterBox.class, Books.class, Heard.class})
  static class Rooms {}

  /** What the rooms announce. */
  static class Heard {
    private final List<Object> events = new ArrayList<>();

    @EventListener
    void on(Labelled event) {
      events.add(event);
    }

    @EventListener
    void on(LabelRefused event) {
      events.add(event);
    }

    @EventListener
    void on(Delivered event) {
      events.add(event);
    }

    @EventListener
    void on(NotDelivered event) {
      events.add(event);
    }

    @EventListener
    void on(GoesBack event) {
      events.add(event);
    }

    @EventListener
    void on(LostByCarrier event) {
      events.add(event);
    }

    @EventListener
    void on(ReturnedToHub event) {
      events.add(event);
    }

    @EventListener
    void on(ParcelBack event) {
      events.add(event);
    }

    @EventListener
    void on(Milestone milestone) {
      events.add(milestone.code());
    }
  }

  private static final Partner CARRIER = Partner.BPOST;

  @Autowired private Deliveries deliveries;
  @Autowired private Returns returns;
  @Autowired private QuietParcels quiet;
  @Autowired private Heard heard;
  @Autowired private List<Composer> composers;
  @Autowired private List<ReplyReader> replyReaders;
  @Autowired private List<ArrivalHandler<?>> handlers;
  @Autowired private TrackingReader trackingReader;
  @Autowired private SimulatedBpost bpost;
  @Autowired private BpostSettings settings;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private Seal seal;
  @Autowired private JdbcAggregateTemplate aggregates;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void clear() {
    for (String table :
        List.of(
            "delivery",
            "delivery_parcel",
            "delivery_event",
            "delivery_label",
            "delivery_question",
            "order_return",
            "exchange_letter",
            "simulator_letter",
            "order_line",
            "order_parcel",
            "orders")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    heard.events.clear();
  }

  @Test
  void anOrdinaryOrderIsLabelledHandedOverAndDelivered() {
    String order = order("A1B2C3D4E5F6", "men's cotton T-shirt", 1);
    deliveries.book(order, "bpost");
    carryPost();
    deliveries.handOver(order, true);
    carryNews();
    String barcode = deliveries.view(order).orElseThrow().barcodes().get(0);
    assertThat(heard.events)
        .containsExactly(
            MilestoneCode.LABELLED,
            new Labelled(order, "bpost", barcode),
            MilestoneCode.HANDED_TO_CARRIER,
            MilestoneCode.CARRIER_ACCEPTED,
            MilestoneCode.CARRIER_ACCEPTED,
            MilestoneCode.OUT_FOR_DELIVERY,
            MilestoneCode.DELIVERED,
            new Delivered(order));
    assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(deliveries.findByBarcode(barcode)).contains(order);
    assertThat(deliveries.label(order))
        .hasValueSatisfying(
            label -> {
              assertThat(label.contentType()).isEqualTo("application/pdf");
              assertThat(label.body()).startsWith("%PDF".getBytes());
            });
  }

  @Test
  void whatIsMeasuredIsWhatTheDecisionNeeds() {
    var facts = deliveries.measure(order("A1B2C3D4E5F6", "tea", 2));
    assertThat(facts.country()).isEqualTo("BE");
    assertThat(facts.weightKg()).isEqualTo(1.28);
    assertThat(facts.wishedCarrier()).isEmpty();
  }

  @Test
  void anUnreleasedParcelNeverLeaves() {
    String order = labelled("tea");
    assertThatThrownBy(() -> deliveries.handOver(order, false)).isInstanceOf(ExitForbidden.class);
    assertThat(state(order)).isEqualTo(DeliveryState.LABELLED);
    assertThat(deliveries.recall(order)).isFalse();
  }

  @Test
  void anOrderThatNoCarrierTakesIsRefusedAndNotLost() {
    String order = order("A1B2C3D4E5F6", "anvil", 1);
    deliveries.book(order, "none");
    deliveries.bookAgain(order, "Elsewhere 1", null, null);
    assertThat(heard.events)
        .containsExactly(
            new LabelRefused(order, "No carrier takes it"),
            new LabelRefused(order, "No carrier takes it"));
    assertThatThrownBy(() -> deliveries.book(order, "postnl"))
        .hasMessageContaining("No carrier named postnl");
  }

  @Test
  void aRefusedAddressIsAcceptedOnceItsStreetIsCorrected() {
    String order = order("A1B2C3D4E5F6", "tea, lot BPADDR", 1);
    deliveries.book(order, "BPOST");
    carryPost();
    assertThat(heard.events).hasSize(1).first().isInstanceOf(LabelRefused.class);
    deliveries.bookAgain(order, " korenmarkt 1", "", "");
    carryPost();
    assertThat(state(order)).isEqualTo(DeliveryState.LABEL_REFUSED);
    deliveries.bookAgain(order, "Korenlei 7", "", "");
    carryPost();
    assertThat(heard.events).last().isInstanceOf(Labelled.class);
  }

  @Test
  void anAbsentConsigneeIsFoundByANewAttempt() {
    String order = away("tea, lot BPABSENT");
    carryNews();
    assertThat(outcomes())
        .containsExactly(new NotDelivered(order, "storage ended and nobody came"));
    assertThat(milestones()).contains(MilestoneCode.ATTEMPTED, MilestoneCode.ATTEMPTED);
    deliveries.askNewAttempt(order);
    carryPost();
    carryNews();
    assertThat(outcomes()).last().isEqualTo(new Delivered(order));
    assertThat(deliveries.view(order).orElseThrow().attemptsAsked()).isEqualTo(1);
  }

  @Test
  void whatNobodyTookComesBackWhenWeCallIt() {
    String order = away("tea, lot BPABSENT");
    carryNews();
    assertThat(deliveries.recall(order)).isTrue();
    returns.expect(order, true);
    carryPost();
    carryNews();
    assertThat(outcomes()).last().isEqualTo(new ReturnedToHub(order));
    returns.arrive(order);
    assertThat(heard.events).last().isEqualTo(new ParcelBack(order));
    returns.record(order, ReturnDecision.DESTROY);
    assertThat(heard.events).last().isEqualTo(MilestoneCode.DESTROYED);
  }

  @Test
  void whatTheConsigneeRefusesComesBackByItself() {
    String order = away("tea, lot BPREFUSE");
    carryNews();
    assertThat(outcomes()).containsExactly(new GoesBack(order), new ReturnedToHub(order));
    assertThat(deliveries.recall(order)).isFalse();
    assertThat(letters("recall")).isZero();
  }

  @Test
  void whatIsOnItsWayBackIsNotTriedAgain() {
    String order = away("tea, lot BPREFUSE");
    carryNews();
    deliveries.askNewAttempt(order);
    assertThat(outcomes()).last().isInstanceOf(GoesBack.class);
    assertThat(letters("new-attempt")).isZero();
  }

  @Test
  void aLostParcelIsSaidToBeLost() {
    String order = away("tea, lot BPLOST");
    carryNews();
    assertThat(outcomes()).containsExactly(new LostByCarrier(order));
  }

  @Test
  void aParcelAtAPickUpPointIsDeliveredWhenItIsCollected() {
    String order = away("tea, lot BPPICKUP");
    carryNews();
    assertThat(milestones()).contains(MilestoneCode.READY_FOR_PICKUP, MilestoneCode.DELIVERED);
    assertThat(outcomes()).containsExactly(new Delivered(order));
  }

  @Test
  void anOrderOfTwoParcelsIsDeliveredOnceAndWhole() {
    String order = order("A1B2C3D4E5F6", "tea", 2);
    deliveries.book(order, "bpost");
    carryPost();
    deliveries.handOver(order, true);
    assertThat(deliveries.view(order).orElseThrow().barcodes()).doesNotHaveDuplicates().hasSize(2);
    carryNews();
    assertThat(outcomes()).containsExactly(new Delivered(order));
  }

  @Test
  void shuffledAndDoubledNewsEndInTheSameState() {
    Random dice = new Random(20261122);
    for (String goods : List.of("tea", "tea lot BPABSENT", "tea lot BPREFUSE", "tea lot BPLOST")) {
      clear();
      away(goods);
      List<Arrival> news = news();
      DeliveryState expected =
          Map.of(
                  "tea", DeliveryState.DELIVERED,
                  "tea lot BPABSENT", DeliveryState.NOT_DELIVERED,
                  "tea lot BPREFUSE", DeliveryState.RETURNED,
                  "tea lot BPLOST", DeliveryState.LOST)
              .get(goods);
      for (int turn = 0; turn < 3; turn++) {
        jdbc.sql("DELETE FROM delivery_event").update();
        jdbc.sql("UPDATE delivery SET state = 'HANDED_OVER', told = NULL, told_round = 0").update();
        List<Arrival> mixed = new ArrayList<>(news);
        mixed.addAll(news);
        Collections.shuffle(mixed, dice);
        mixed.forEach(this::apply);
        assertThat(state("A1B2C3D4E5F6")).as(goods).isEqualTo(expected);
      }
    }
  }

  @Test
  void newsOfAParcelWeDoNotKnowYetWaits() {
    String order = order("A1B2C3D4E5F6", "tea", 1);
    deliveries.book(order, "bpost");
    List<Arrival> labels = replies();
    List<Arrival> early = news();
    assertThat(early)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(apply(event).unmatched()).isTrue());
    labels.forEach(this::apply);
    assertThat(early).allSatisfy(event -> assertThat(apply(event).unmatched()).isFalse());
    deliveries.handOver(order, true);
    assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aBookingSentTwiceIsLabelledAlikeAndAnnouncedOnce() {
    String order = order("A1B2C3D4E5F6", "tea", 1);
    deliveries.book(order, "bpost");
    deliveries.book(order, "bpost");
    OutgoingMessage message = messages().get(0);
    List<Arrival> first = answer(message);
    List<Arrival> second = answer(message);
    assertThat(second.get(0).about()).isEqualTo(first.get(0).about());
    first.forEach(this::apply);
    second.forEach(this::apply);
    assertThat(heard.events.stream().filter(Labelled.class::isInstance)).hasSize(1);
    assertThat(news().stream().map(Arrival::key).distinct()).hasSize(4);
  }

  @Test
  void silentParcelsAreAskedForWithinTheBudgetAndNeverAfterAnEnd() throws Exception {
    String order = away("tea");
    Duration atOnce = Duration.ofSeconds(-1);
    assertThat(quiet.take(CARRIER, Duration.ofHours(12), 50, 100)).isEmpty();
    List<QuietParcels.Quiet> asked = quiet.take(CARRIER, atOnce, 50, 2);
    assertThat(asked).hasSize(1);
    assertThat(quiet.take(CARRIER, atOnce, 50, 1)).isEmpty();
    byte[] answer =
        call(
                "tracking-question",
                Wire.write(
                    new Wire.Question(
                        List.of(
                            new Wire.Item(
                                asked.get(0).barcode(), asked.get(0).bookedAt().toString())))))
            .body();
    trackingReader.read(answer).arrivals().forEach(this::apply);
    assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(quiet.take(CARRIER, atOnce, 50, 100)).isEmpty();
    assertThat(news())
        .extracting(Arrival::key)
        .containsAll(trackingReader.read(answer).arrivals().stream().map(Arrival::key).toList());
  }

  @Test
  void anOrderThatNeverLeftTheHubIsBackAtOnce() {
    String order = order("A1B2C3D4E5F6", "tea", 1);
    returns.expect(order, deliveries.recall(order));
    returns.expect(order, deliveries.recall(order));
    assertThat(heard.events).containsExactly(MilestoneCode.RETURNING, new ParcelBack(order));
  }

  @Test
  void aParcelThatWasBackBeforeWeLookedOutIsBackOnce() {
    String order = order("A1B2C3D4E5F6", "tea", 1);
    returns.arrive(order);
    assertThat(heard.events).isEmpty();
    returns.expect(order, true);
    returns.arrive(order);
    assertThat(heard.events).containsExactly(MilestoneCode.RETURNING, new ParcelBack(order));
  }

  private String labelled(String goods) {
    String order = order("A1B2C3D4E5F6", goods, 1);
    deliveries.book(order, "bpost");
    carryPost();
    return order;
  }

  private String away(String goods) {
    String order = labelled(goods);
    deliveries.handOver(order, true);
    return order;
  }

  private DeliveryState state(String order) {
    return deliveries.view(order).orElseThrow().state();
  }

  private List<Object> outcomes() {
    return heard.events.stream()
        .filter(event -> !(event instanceof MilestoneCode) && !(event instanceof Labelled))
        .toList();
  }

  private List<Object> milestones() {
    return heard.events.stream().filter(MilestoneCode.class::isInstance).toList();
  }

  private int letters(String operation) {
    return jdbc.sql("SELECT COUNT(*) FROM exchange_letter WHERE operation = :operation")
        .param("operation", operation)
        .query(Integer.class)
        .single();
  }

  /** What relay, transport and inbox do between our rooms and the carrier. */
  private void carryPost() {
    replies().forEach(this::apply);
  }

  private void carryNews() {
    news().forEach(this::apply);
    jdbc.sql("DELETE FROM simulator_letter").update();
  }

  private List<Arrival> replies() {
    return messages().stream().flatMap(message -> answer(message).stream()).toList();
  }

  private List<OutgoingMessage> messages() {
    List<OutgoingMessage> messages = new ArrayList<>();
    for (Composer composer : composers) {
      jdbc.sql(
              "SELECT id, letter_key, about, content FROM exchange_letter "
                  + "WHERE operation = :operation AND message_id IS NULL")
          .param("operation", composer.operation())
          .query(
              (row, n) ->
                  new PostedLetter(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      seal.openText(row.getBytes(4)),
                      json))
          .list()
          .forEach(letter -> messages.add(composer.compose(List.of(letter))));
    }
    jdbc.sql("UPDATE exchange_letter SET message_id = 'sent'").update();
    return messages;
  }

  private List<Arrival> answer(OutgoingMessage message) {
    Reply reply = call(message.operation(), message.body());
    return replyReaders.stream()
        .filter(reader -> reader.operation().equals(message.operation()))
        .flatMap(reader -> reader.read(message, reply).stream())
        .toList();
  }

  private Reply call(String operation, byte[] body) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    String account = settings.account() + ":" + settings.passphrase();
    exchange
        .getMessage()
        .setHeader(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes()));
    exchange.getMessage().setBody(body);
    try {
      switch (operation) {
        case "label" -> bpost.book(exchange);
        case "new-attempt" -> bpost.attempt(exchange);
        case "recall" -> bpost.recall(exchange);
        default -> bpost.track(exchange);
      }
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    return new Reply(
        exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class),
        exchange.getMessage().getBody(byte[].class));
  }

  private List<Arrival> news() {
    return jdbc
        .sql("SELECT body FROM simulator_letter ORDER BY due_at")
        .query((row, n) -> row.getBytes(1))
        .list()
        .stream()
        .flatMap(
            body -> {
              try {
                return trackingReader.read(body).arrivals().stream();
              } catch (eu.perron.connectors.Unreadable ours) {
                throw new IllegalStateException(ours);
              }
            })
        .sorted(java.util.Comparator.comparing(event -> event.key().replaceAll(".*[/-]", "")))
        .toList();
  }

  private Outcome apply(Arrival arrival) {
    return new TransactionTemplate(transactions)
        .execute(
            running ->
                handlers.stream()
                    .filter(handler -> handler.kind().equals(arrival.kind()))
                    .map(handler -> apply(handler, arrival))
                    .findFirst()
                    .orElseThrow());
  }

  /** By way of JSON, as the inbox keeps it. */
  private <T> Outcome apply(ArrivalHandler<T> handler, Arrival arrival) {
    try {
      return handler.apply(
          json.readValue(json.writeValueAsBytes(arrival.content()), handler.contentType()));
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private String order(String number, String goods, int parcels) {
    Instant now = Instant.parse("2026-11-22T09:00:00Z");
    Party seller =
        new Party(
            "Hangzhou Xihu Trading Co.",
            "West Lake 1",
            "Hangzhou",
            "310000",
            "CN",
            null,
            null,
            null);
    Party consignee =
        new Party(
            "A. Peeters", "Korenmarkt 1", "Gent", "9000", "BE", null, "peeters@example.org", null);
    aggregates.insert(
        new Order(
            number,
            "seller",
            number,
            "0".repeat(64),
            now,
            now,
            VatScheme.IOSS,
            "IM0560000010",
            Incoterm.DDP,
            SaleKind.B2C,
            "EUR",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            seller,
            consignee,
            null,
            new Delivery(DeliveryService.HOME, null, null),
            "CN-BE",
            Stage.LAST_MILE,
            Status.IN_PROGRESS,
            true,
            null,
            List.of(
                new OrderLine(
                    "SKU",
                    goods,
                    "610910",
                    "CN",
                    1,
                    BigDecimal.TEN,
                    new BigDecimal("0.180"),
                    null,
                    null,
                    null)),
            IntStream.rangeClosed(1, parcels)
                .mapToObj(
                    n ->
                        new Parcel(
                            "%s%02d".formatted(number, n), new BigDecimal("0.640"), 30, 20, 10))
                .toList()));
    return number;
  }
}
