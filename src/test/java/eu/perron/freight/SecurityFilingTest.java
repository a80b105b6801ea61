package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.exchange.Outcome;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityFilingTest extends InTheRoom {
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
    assertThat(heard.all(InformationRequested.class))
        .containsExactly(new InformationRequested(order, "why?"));
    freight.sendSecurityAnswer(order, "soap");
    assertThat(letter("information-response", lrn(order) + "-1", SecurityAnswer.class).text())
        .isEqualTo("soap");
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
    String consignment = closing(assessed, open);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    authority(Kind.ASSESSED, assessed);
    freight.pullUnassessed(consignment);
    assertThat(heard.all(HousesPulled.class))
        .containsExactly(new HousesPulled(consignment, List.of(open)));
    freight.handToAirline(consignment);
    assertThat(freight.ordersAboard(consignment)).containsExactly(assessed);
  }
}
