package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.freight.AirConsignment.State;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class FreightTest extends InTheRoom {
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
    assertThat(freight.join(placed.order("CN-NL", "T-shirt", null)))
        .isEqualTo(freight.join(placed.order("T-shirt")));
  }

  @Test
  void manyOrdersAtOnceOpenOneConsignment() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<List<String>>> joined = new ArrayList<>();
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    for (int batch = 0; batch < 24; batch++) {
      List<String> orders =
          List.of(placed.order("T-shirt"), placed.order("watch"), placed.order("lamp"));
      joined.add(
          threads.submit(
              () -> transaction.execute(status -> orders.stream().map(freight::join).toList())));
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
  void whatNobodyKnowsIsUnmatched() {
    assertThat(
            airline
                .apply(
                    new FlightStatus(
                        "157-53806270",
                        "BKD",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "T",
                        1,
                        null,
                        null,
                        List.of(),
                        "BKD"))
                .unmatched())
        .isTrue();
    assertThat(
            authority.apply(new EntrySummaryAnswer(Kind.ASSESSED, "NOBODY", null, "")).unmatched())
        .isTrue();
  }

  @Test
  void theWeightsOfTheHousesAddUpToTheMaster() {
    String consignment =
        handedOver(placed.order("T-shirt"), placed.order("watch"), placed.order("lamp"));
    HouseManifest manifest = letter("fhl", consignment + "-1", HouseManifest.class);
    assertThat(
            manifest.houses().stream()
                .map(HouseManifest.Entry::weightKg)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(manifest.weightKg())
        .isEqualByComparingTo("2.1");
    assertThat(letter("fwb", consignment + "-1", MasterWaybill.class).weightKg())
        .isEqualByComparingTo("2.1");
  }
}
