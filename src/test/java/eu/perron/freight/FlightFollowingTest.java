package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.exchange.Outcome;
import eu.perron.trade.ConsignmentMilestone;
import eu.perron.trade.MilestoneCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightFollowingTest extends InTheRoom {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void whateverTheOrderOfTheMessagesTheEndIsTheSame(long seed) {
    String order = placed.order("T-shirt");
    String consignment = handedOver(order);
    List<FlightStatus> story = story(consignment);
    story.addAll(story);
    Collections.shuffle(story, new Random(seed));
    story.forEach(
        status -> assertThat(airline.apply(status)).isEqualTo(Outcome.applied(consignment)));
    assertThat(heard.all(FlightNews.class))
        .containsExactly(
            new FlightNews.Booked(consignment),
            new FlightNews.Departed(consignment),
            new FlightNews.Landed(consignment),
            new FlightNews.BrokenDown(consignment));
    assertThat(heard.all(ConsignmentMilestone.class))
        .extracting(ConsignmentMilestone::code)
        .containsExactlyInAnyOrder(
            MilestoneCode.MAWB_CLOSED,
            MilestoneCode.RCS,
            MilestoneCode.DEP,
            MilestoneCode.ARR,
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
    assertThat(heard.all(FlightNews.class))
        .endsWith(new FlightNews.Booked(consignment), new FlightNews.Departed(consignment))
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
    airline.apply(
        status(consignment, "DIS", "3V0901", "22NOV", "LGG", "P", 1, "MSCA", List.of(gone)));
    assertThat(heard.all(FlightNews.class)).isEmpty();
    airline.apply(status(consignment, "RCF", "3V0901", "22NOV", "LGG", "P", 1, null, List.of()));
    assertThat(heard.all(FlightNews.class))
        .endsWith(new FlightNews.BrokenDown(consignment))
        .hasSize(4);
    freight.count(consignment);
    freight.present(consignment);
    assertThat(heard.all(HousesMissing.class))
        .containsExactly(new HousesMissing(consignment, List.of(gone)));
    assertThat(freight.presentOrders(consignment)).containsExactly(there);
    freight.presentFound(gone);
    assertThat(freight.presentOrders(consignment)).containsExactlyInAnyOrder(there, gone);
  }
}
