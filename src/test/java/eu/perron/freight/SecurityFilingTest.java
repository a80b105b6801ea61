package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.exchange.Outcome;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityFilingTest extends InTheRoom {
  private String filed(String... orders) {
    String consignment = closing(orders);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    return consignment;
  }

  @Test
  void eachHouseIsFiledAndTheLastAssessmentClears() {
    String one = placed.order("T-shirt");
    String two = placed.order("watch");
    String consignment = filed(one, two);
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
    String consignment = filed(good, bad);
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
    filed(order);
    authority(Kind.INFORMATION_REQUESTED, order);
    assertThat(heard.all(InformationRequested.class))
        .containsExactly(new InformationRequested(order, "why?"));
    freight.sendSecurityAnswer(order, "soap", null);
    assertThat(letter("information-response", lrn(order) + "-1", SecurityAnswer.class).text())
        .isEqualTo("soap");
    assertThat(heard.all(SecurityCleared.class)).isEmpty();
    authority(Kind.ASSESSED, order);
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
  }

  @Test
  void whatIsToBeScreenedIsAnsweredWithTheMethod() {
    String order = placed.order("chemicals; lot ENSRFS");
    filed(order);
    authority(Kind.SCREENING_REQUESTED, order);

    assertThatThrownBy(() -> freight.sendSecurityAnswer(order, "done", " "))
        .hasMessageContaining("how it was screened");
    freight.sendSecurityAnswer(order, "nothing found", "XRY");

    assertThat(letter("information-response", lrn(order) + "-1", SecurityAnswer.class).method())
        .isEqualTo("XRY");
    authority(Kind.ASSESSED, order);
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
  }

  @Test
  void aFilingOfACancelledOrderIsToBeForgotten() {
    String order = placed.order("cups");
    String other = placed.order("plates");
    filed(order, other);
    authority(Kind.REGISTERED, order);

    assertThat(freight.withdraw(order)).isTrue();

    assertThat(letter("invalidation", lrn(order), FilingWithdrawn.class).house()).isEqualTo(order);
    authority(Kind.INVALIDATED, order);
    assertThat(freight.house(order).orElseThrow().security()).isEqualTo(House.Security.INVALIDATED);
  }

  @Test
  void doNotLoadForAClosedFlightHandsItOverAgainWithoutTheHouse() {
    String good = placed.order("cups");
    String bad = placed.order("knives");
    String consignment = filed(good, bad);
    authority(Kind.ASSESSED, good);
    authority(Kind.ASSESSED, bad);
    freight.handToAirline(consignment);

    authority(Kind.DO_NOT_LOAD, bad);

    assertThat(heard.all(DoNotLoad.class)).extracting(DoNotLoad::orderNumber).containsExactly(bad);
    assertThat(freight.pullFromClosed(bad)).isTrue();
    assertThat(letter("fhl", consignment + "-2", HouseManifest.class).houses())
        .extracting(HouseManifest.Entry::house)
        .containsExactly(good);
  }

  @Test
  void aMasterIsCompletedBeforeArrivalAndItsArrivalTold() {
    String order = placed.order("cups");
    String consignment = filed(order);
    authority(Kind.ASSESSED, order);
    freight.handToAirline(consignment);

    freight.completeEntrySummary(consignment);

    String first = "ENM" + consignment + "01001";
    assertThat(letter("completion", first, MasterSummary.class).houses()).containsExactly(order);
    assertThat(authority.apply(new EntrySummaryAnswer(Kind.NOT_COMPLETE, first, null, "no house")))
        .isEqualTo(Outcome.applied(consignment));
    assertThat(heard.all(CompletionAnswered.class))
        .containsExactly(new CompletionAnswered(consignment, false));
    freight.completeEntrySummary(consignment);
    String second = "ENM" + consignment + "02001";
    authority.apply(new EntrySummaryAnswer(Kind.REGISTERED, second, null, null));
    authority.apply(new EntrySummaryAnswer(Kind.REGISTERED, second, null, null));
    authority.apply(new EntrySummaryAnswer(Kind.REGISTERED, first, null, null));
    assertThat(heard.all(CompletionAnswered.class))
        .containsExactly(
            new CompletionAnswered(consignment, false), new CompletionAnswered(consignment, true));

    freight.notifyArrival(consignment);
    freight.notifyArrival(consignment);
    String arrival = "ENA" + consignment + "01";
    assertThat(letter("arrival", arrival, ArrivalNotice.class).airport()).isEqualTo("LGG");
    assertThat(authority.apply(new EntrySummaryAnswer(Kind.ARRIVAL_REGISTERED, arrival, null, "")))
        .isEqualTo(Outcome.applied(consignment));
  }

  @Test
  void aRefusedFilingIsFiledAgainAsTheClerkDescribesIt() {
    String order = placed.order("stuff");
    filed(order);
    String first = lrn(order);
    authority(Kind.REFUSED, order);
    freight.sendSecurityAnswer(order, "soap dishes of glass", null);
    assertThat(lrn(order)).isNotEqualTo(first);
    assertThat(letter("entry-summary", lrn(order), EntrySummary.class).goods())
        .isEqualTo("soap dishes of glass");
    assertThat(authority.apply(new EntrySummaryAnswer(Kind.REFUSED, first, null, "late")))
        .isEqualTo(Outcome.applied(order));
    assertThat(freight.house(order).orElseThrow().security()).isEqualTo(House.Security.FILED);
  }

  @Test
  void housesNobodyAssessedAreLeftBehind() {
    String assessed = placed.order("T-shirt");
    String open = placed.order("T-shirt");
    String consignment = filed(assessed, open);
    authority(Kind.ASSESSED, assessed);
    freight.pullUnassessed(consignment);
    assertThat(heard.all(HousesPulled.class))
        .containsExactly(new HousesPulled(consignment, List.of(open)));
    freight.handToAirline(consignment);
    assertThat(freight.ordersAboard(consignment)).containsExactly(assessed);
  }
}
