package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.exchange.Outcome;
import eu.perron.freight.AirConsignment.State;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import eu.perron.freight.FreightRoom.Heard;
import eu.perron.freight.FreightRoom.MovableClock;
import eu.perron.freight.FreightRoom.Placed;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.MilestoneCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = FreightRoom.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"perron.data-dir=target/freight-room", "perron.demo.pace=0"})
class FreightTest {
  @Autowired private Freight freight;
  @Autowired private FreightSweep sweep;
  @Autowired private FlightStatusHandler airline;
  @Autowired private AirlineAcknowledgementHandler acknowledgements;
  @Autowired private EntrySummaryAnswerHandler authority;
  @Autowired private Placed placed;
  @Autowired private Heard heard;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void nothingIsOpen() {
    clock.move(Duration.ofMinutes(1));
    sweep.sweep();
    heard.forget();
  }

  @Test
  void ordersOfOneLaneFlyTogether() {
    String first = freight.join(placed.order("T-shirt"));
    String second = freight.join(placed.order("T-shirt"));
    assertThat(second).isEqualTo(first).matches("C26[0-9]{6}");
    assertThat(heard.all(ConsignmentOpened.class)).containsExactly(new ConsignmentOpened(first));
  }

  @Test
  void joiningTwiceIsJoiningOnce() {
    String order = placed.order("T-shirt");
    String consignment = freight.join(order);
    clock.move(Duration.ofMinutes(1));
    sweep.sweep();
    assertThat(freight.join(order)).isEqualTo(consignment);
  }

  @Test
  void goodsForCargoAircraftFlyApart() {
    String shirt = freight.join(placed.order("T-shirt"));
    String phone = freight.join(placed.order("CN-BE", "phone", "UN3481-PI967-II"));
    String powerBank = freight.join(placed.order("CN-BE", "power bank", "UN3480-PI965-IB"));
    assertThat(phone).isEqualTo(shirt);
    assertThat(powerBank).isNotEqualTo(shirt);
    assertThat(freight.consignment(powerBank).orElseThrow().cargoAircraftOnly()).isTrue();
  }

  @Test
  void aNeighbourIsFlownToTheHub() {
    assertThat(freight.join(placed.order("CN-NL", "T-shirt", null))).isEqualTo(freight.join(placed.order("T-shirt")));
  }

  @Test
  void manyOrdersAtOnceOpenOneConsignment() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<List<String>>> joined = new ArrayList<>();
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    for (int batch = 0; batch < 24; batch++) {
      List<String> orders = List.of(placed.order("T-shirt"), placed.order("watch"), placed.order("lamp"));
      joined.add(threads.submit(() -> transaction.execute(status -> orders.stream().map(freight::join).toList())));
    }
    List<String> consignments = new ArrayList<>();
    for (Future<List<String>> batch : joined) {
      consignments.addAll(batch.get(30, TimeUnit.SECONDS));
    }
    threads.shutdown();
    assertThat(consignments).hasSize(72).containsOnly(consignments.get(0));
    assertThat(heard.all(ConsignmentOpened.class)).hasSize(1);
  }

  @Test
  void itClosesWhenNothingJoinedForASecond() {
    String consignment = freight.join(placed.order("T-shirt"));
    clock.move(Duration.ofMillis(700));
    freight.join(placed.order("T-shirt"));
    clock.move(Duration.ofMillis(700));
    sweep.sweep();
    assertThat(heard.all(CutOffReached.class)).isEmpty();
    clock.move(Duration.ofMillis(400));
    sweep.sweep();
    sweep.sweep();
    assertThat(heard.all(CutOffReached.class)).containsExactly(new CutOffReached(consignment));
    assertThat(freight.join(placed.order("T-shirt"))).isNotEqualTo(consignment);
  }

  @Test
  void aConsignmentNobodyIsLeftInDoesNotFly() {
    String order = placed.order("T-shirt");
    String consignment = closing(order);
    assertThat(freight.withdraw(order)).isTrue();
    assertThat(freight.close(consignment)).isTrue();
    assertThat(freight.consignment(consignment).orElseThrow().state()).isEqualTo(State.EMPTY);
  }

  @Test
  void eachHouseIsFiledAndTheLastAssessmentClears() {
    String one = placed.order("T-shirt");
    String two = placed.order("watch");
    String consignment = closing(one, two);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    EntrySummary filed = letter("entry-summary", lrn(one), EntrySummary.class);
    assertThat(filed.house()).isEqualTo(one);
    assertThat(filed.awb()).matches("756-[0-9]{8}");
    authority(Kind.ASSESSED, one);
    authority(Kind.REGISTERED, one);
    assertThat(heard.all(SecurityCleared.class)).isEmpty();
    authority(Kind.ASSESSED, two);
    authority(Kind.ASSESSED, two);
    assertThat(heard.all(SecurityCleared.class)).containsExactly(new SecurityCleared(consignment));
    assertThat(freight.house(one).orElseThrow().security()).isEqualTo(House.Security.ASSESSED);
    assertThat(freight.house(one).orElseThrow().mrn()).isNotNull();
  }

  @Test
  void aHouseThatMayNotBeLoadedStaysBehind() {
    String good = placed.order("T-shirt");
    String bad = placed.order("replica; lot ENSDNL");
    String consignment = closing(good, bad);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    authority(Kind.DO_NOT_LOAD, bad);
    authority(Kind.ASSESSED, bad);
    authority(Kind.ASSESSED, good);
    assertThat(heard.all(DoNotLoad.class)).extracting(DoNotLoad::orderNumber).containsExactly(bad);
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
    assertThat(freight.handToAirline(consignment)).isFalse();
    HouseManifest manifest = letter("fhl", consignment + "-1", HouseManifest.class);
    assertThat(manifest.houses()).extracting(HouseManifest.Entry::house).containsExactly(good);
    assertThat(manifest.weightKg()).isEqualByComparingTo("0.7");
  }

  @Test
  void aQuestionIsAnsweredAndThenAssessed() {
    String order = placed.order("chemicals; lot ENSRFI");
    String consignment = closing(order);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    authority(Kind.INFORMATION_REQUESTED, order);
    assertThat(heard.all(InformationRequested.class)).containsExactly(new InformationRequested(order, "why?"));
    freight.sendSecurityAnswer(order, "soap");
    assertThat(letter("information-response", lrn(order) + "-1", SecurityAnswer.class).text()).isEqualTo("soap");
    assertThat(heard.all(SecurityCleared.class)).isEmpty();
    authority(Kind.ASSESSED, order);
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
  }

  @Test
  void aRefusedFilingIsFiledAgainAsTheClerkDescribesIt() {
    String order = placed.order("stuff");
    String consignment = closing(order);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    String first = lrn(order);
    authority(Kind.REFUSED, order);
    freight.sendSecurityAnswer(order, "soap dishes of glass");
    assertThat(lrn(order)).isNotEqualTo(first);
    assertThat(letter("entry-summary", lrn(order), EntrySummary.class).goods()).isEqualTo("soap dishes of glass");
    assertThat(authority.apply(new EntrySummaryAnswer(Kind.REFUSED, first, null, "late"))).isEqualTo(Outcome.APPLIED);
    assertThat(freight.house(order).orElseThrow().security()).isEqualTo(House.Security.FILED);
  }

  @Test
  void housesNobodyAssessedAreLeftBehind() {
    String assessed = placed.order("T-shirt");
    String open = placed.order("T-shirt");
    String consignment = closing(assessed, open);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    authority(Kind.ASSESSED, assessed);
    freight.pullUnassessed(consignment);
    assertThat(heard.all(HousesPulled.class)).containsExactly(new HousesPulled(consignment, List.of(open)));
    freight.handToAirline(consignment);
    assertThat(freight.ordersAboard(consignment)).containsExactly(assessed);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void whateverTheOrderOfTheMessagesTheEndIsTheSame(long seed) {
    String order = placed.order("T-shirt");
    String consignment = handedOver(order);
    List<FlightStatus> story = story(consignment);
    story.addAll(story);
    Collections.shuffle(story, new Random(seed));
    story.forEach(status -> assertThat(airline.apply(status)).isEqualTo(Outcome.APPLIED));
    assertThat(heard.all(FlightNews.class)).containsExactly(new FlightNews.Booked(consignment),
        new FlightNews.Departed(consignment), new FlightNews.Landed(consignment), new FlightNews.BrokenDown(consignment));
    assertThat(heard.all(ConsignmentMilestone.class)).extracting(ConsignmentMilestone::code)
        .containsExactlyInAnyOrder(MilestoneCode.MAWB_CLOSED, MilestoneCode.RCS, MilestoneCode.DEP, MilestoneCode.ARR,
            MilestoneCode.RCF);
    freight.count(consignment);
    freight.present(consignment);
    freight.present(consignment);
    assertThat(heard.all(ConsignmentPresented.class)).hasSize(1);
    assertThat(freight.presentOrders(consignment)).containsExactly(order);
  }

  @Test
  void offloadedItIsBookedAgainOnAnotherFlight() {
    String consignment = handedOver(placed.order("T-shirt"));
    tell(consignment, "BKD", "3V0901", "22NOV", null, null);
    tell(consignment, "DIS", "3V0901", "22NOV", null, "OFLD");
    tell(consignment, "MAN", "3V0901", "22NOV", null, null);
    assertThat(heard.all(FlightNews.class))
        .containsExactly(new FlightNews.Booked(consignment), new FlightNews.Offloaded(consignment));
    freight.rebook(consignment, "3V903", LocalDate.of(2026, 11, 23));
    assertThat(letter("fwb", consignment + "-2", MasterWaybill.class).flight()).isEqualTo("3V0903");
    assertThat(heard.all(FlightNews.class)).hasSize(2);
    tell(consignment, "DEP", "3V0903", "23NOV", null, null);
    assertThat(heard.all(FlightNews.class)).endsWith(new FlightNews.Booked(consignment), new FlightNews.Departed(consignment))
        .hasSize(4);
  }

  @Test
  void aRefusedWaybillIsToldOnceAndOnlyForTheHandOverItAnswers() {
    String consignment = handedOver(placed.order("T-shirt"));
    refuse(consignment, 1);
    refuse(consignment, 1);
    assertThat(heard.all(FlightNews.Rejected.class)).hasSize(1);
    freight.rebook(consignment, null, null);
    refuse(consignment, 1);
    assertThat(heard.all(FlightNews.Rejected.class)).hasSize(1);
    tell(consignment, "BKD", "3V0901", "22NOV", null, null);
    refuse(consignment, 2);
    assertThat(heard.all(FlightNews.class)).hasSize(2).endsWith(new FlightNews.Booked(consignment));
  }

  @Test
  void aHouseTheAirlineNamesAsMissingIsNotPresented() {
    String there = placed.order("T-shirt");
    String gone = placed.order("T-shirt; lot AIRMSCA");
    String consignment = handedOver(there, gone);
    assertThat(letter("fwb", consignment + "-1", MasterWaybill.class).marks())
        .containsExactly(new MasterWaybill.LotMark(gone, 1, "AIRMSCA"));
    airline.apply(status(consignment, "DIS", "3V0901", "22NOV", "LGG", "P", 1, "MSCA", List.of(gone)));
    assertThat(heard.all(FlightNews.class)).isEmpty();
    airline.apply(status(consignment, "RCF", "3V0901", "22NOV", "LGG", "P", 1, null, List.of()));
    assertThat(heard.all(FlightNews.class)).endsWith(new FlightNews.BrokenDown(consignment)).hasSize(4);
    freight.count(consignment);
    freight.present(consignment);
    assertThat(heard.all(HousesMissing.class)).containsExactly(new HousesMissing(consignment, List.of(gone)));
    assertThat(freight.presentOrders(consignment)).containsExactly(there);
    freight.presentFound(gone);
    assertThat(freight.presentOrders(consignment)).containsExactlyInAnyOrder(there, gone);
  }

  @Test
  void whatNobodyKnowsIsUnmatched() {
    assertThat(airline.apply(new FlightStatus("157-53806270", "BKD", null, null, null, null, null, null, null, "T", 1, null,
        null, List.of(), "BKD")).unmatched()).isTrue();
    assertThat(authority.apply(new EntrySummaryAnswer(Kind.ASSESSED, "NOBODY", null, "")).unmatched()).isTrue();
  }

  @Test
  void theWeightsOfTheHousesAddUpToTheMaster() {
    String consignment = handedOver(placed.order("T-shirt"), placed.order("watch"), placed.order("lamp"));
    HouseManifest manifest = letter("fhl", consignment + "-1", HouseManifest.class);
    assertThat(manifest.houses().stream().map(HouseManifest.Entry::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(manifest.weightKg()).isEqualByComparingTo("2.1");
    assertThat(letter("fwb", consignment + "-1", MasterWaybill.class).weightKg()).isEqualByComparingTo("2.1");
  }

  private String closing(String... orders) {
    String consignment = null;
    for (String order : orders) {
      consignment = freight.join(order);
    }
    freight.reserve(consignment);
    clock.move(Duration.ofSeconds(2));
    sweep.sweep();
    return consignment;
  }

  private String handedOver(String... orders) {
    String consignment = closing(orders);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    List.of(orders).forEach(order -> authority(Kind.ASSESSED, order));
    freight.handToAirline(consignment);
    return consignment;
  }

  private List<FlightStatus> story(String consignment) {
    return new ArrayList<>(List.of(status(consignment, "BKD", "3V0901", "22NOV", "HGH", "T", 1, null, List.of()),
        status(consignment, "RCS", null, "22NOV", "HGH", "T", 1, null, List.of()),
        status(consignment, "DEP", "3V0901", "22NOV", "HGH", "T", 1, null, List.of()),
        status(consignment, "ARR", "3V0901", "22NOV", "LGG", "T", 1, null, List.of()),
        status(consignment, "RCF", "3V0901", "22NOV", "LGG", "T", 1, null, List.of()),
        status(consignment, "QQQ", null, null, null, null, null, null, List.of())));
  }

  private void tell(String consignment, String code, String flight, String date, String station, String discrepancy) {
    airline.apply(status(consignment, code, flight, date, station == null ? "HGH" : station, "T", 1, discrepancy, List.of()));
  }

  private FlightStatus status(String consignment, String code, String flight, String date, String station, String extent,
      Integer pieces, String discrepancy, List<String> houses) {
    return new FlightStatus(freight.consignment(consignment).orElseThrow().awb(), code, flight, date, null, null, null,
        station, null, extent, pieces, null, discrepancy, houses, code + "/" + flight + "/" + date + "/" + discrepancy);
  }

  private void refuse(String consignment, int attempt) {
    acknowledgements.apply(new AirlineAcknowledgement(false, "FWB", freight.consignment(consignment).orElseThrow().awb(),
        consignment + "-" + attempt, "CLOSED"));
  }

  private void authority(Kind kind, String order) {
    authority.apply(new EntrySummaryAnswer(kind, lrn(order), "26BE%sT0".formatted(order), "why?"));
  }

  private String lrn(String order) {
    return freight.house(order).orElseThrow().lrn();
  }

  private <T> T letter(String operation, String key, Class<T> type) {
    try {
      return json.readValue(jdbc.sql("SELECT content FROM exchange_letter WHERE operation = :operation AND letter_key = :key")
          .param("operation", operation).param("key", key).query(String.class).single(), type);
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}
