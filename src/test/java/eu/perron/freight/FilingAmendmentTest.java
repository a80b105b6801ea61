package eu.perron.freight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.exchange.Outcome;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import eu.perron.freight.FilingAmendment.State;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clerk changes what advance security knows of a house, and the flight waits for it. */
class FilingAmendmentTest extends InTheRoom {
  @Autowired private FilingAmendments amendments;

  @Test
  void whatIsAmendedIsAssessedAnewBeforeTheFlightCloses() {
    String order = registered("soap");
    amendments.ask(order, described(order, "dishes for soap, of glass"), "fred");

    EntrySummaryAmendment letter =
        letter("amendment", lrn(order) + "A01", EntrySummaryAmendment.class);
    assertThat(letter.mrn()).isEqualTo(house(order).mrn());
    assertThat(letter.amended().goods()).isEqualTo("dishes for soap, of glass");
    authority(Kind.ASSESSED, order);
    assertThat(heard.all(SecurityCleared.class)).as("of the soap, not of the dishes").isEmpty();
    assertThat(house(order).goods()).isEqualTo("soap");

    say(Kind.AMENDED, order, 1);
    say(Kind.AMENDED, order, 1);

    assertThat(house(order).goods()).isEqualTo("dishes for soap, of glass");
    assertThat(heard.all(SecurityCleared.class)).isEmpty();
    say(Kind.ASSESSED, order, 1);
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
    assertThat(amendments.of(order))
        .extracting(FilingAmendment::state)
        .containsExactly(State.ACCEPTED);
  }

  @Test
  void anAssessmentThatOvertakesItsRegistrationCountsAsBoth() {
    String order = registered("soap");
    amendments.ask(order, described(order, "cups"), "fred");

    say(Kind.ASSESSED, order, 1);
    say(Kind.AMENDED, order, 1);

    assertThat(house(order).security()).isEqualTo(House.Security.ASSESSED);
    assertThat(house(order).goods()).isEqualTo("cups");
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
  }

  @Test
  void aRefusalLeavesTheFilingAsItWasAndItsAssessmentCounts() {
    String order = registered("soap");
    amendments.ask(order, described(order, "cups"), "fred");
    authority(Kind.ASSESSED, order);
    assertThat(heard.all(SecurityCleared.class)).isEmpty();

    say(Kind.REFUSED, order, 1);

    assertThat(house(order).goods()).isEqualTo("soap");
    assertThat(house(order).question()).isEqualTo("why?");
    assertThat(heard.all(SecurityCleared.class)).hasSize(1);
    assertThat(amendments.of(order).get(0).answer()).isEqualTo("why?");
    assertThat(amendments.mayBeAsked(order)).as("again, if need be").isTrue();
  }

  @Test
  void whatIsFoundDangerousAsAmendedIsPulledThoughTheAirlineHasTheList() {
    String good = placed.order("plates");
    String order = placed.order("soap");
    String consignment = handedOver(good, order);
    authority(Kind.REGISTERED, order);
    amendments.ask(order, described(order, "knives"), "fred");

    say(Kind.AMENDED, order, 1);
    say(Kind.DO_NOT_LOAD, order, 1);

    assertThat(heard.all(DoNotLoad.class))
        .extracting(DoNotLoad::orderNumber)
        .containsExactly(order);
    assertThat(freight.pullFromClosed(order)).isTrue();
    assertThat(letter("fhl", consignment + "-2", HouseManifest.class).houses())
        .extracting(HouseManifest.Entry::house)
        .containsExactly(good);
  }

  @Test
  void whatCannotBeAmendedSaysWhy() {
    String order = placed.order("soap");
    refuses(order, described("x"), "in no air consignment");
    closing(order);
    freight.close(freight.consignmentNumberOf(order).orElseThrow());
    freight.fileEntrySummaries(freight.consignmentNumberOf(order).orElseThrow());
    refuses(order, described(order, "cups"), "once it is registered");
    authority(Kind.REGISTERED, order);

    refuses(order, Particulars.of(house(order)), "filed like that already");
    refuses(order, described(order, " "), "description: 1 to 512 letters; these are 0");
    Particulars was = Particulars.of(house(order));
    refuses(order, with(was, List.of("61091"), was.grossWeightKg()), "HS codes: six digits");
    refuses(order, with(was, was.hsCodes(), new BigDecimal("0.0001")), "gross weight: above 0");
    amendments.ask(order, described(order, "cups"), "fred");
    refuses(order, described(order, "plates"), "not yet answered");
    say(Kind.AMENDED, order, 1);
    authority(Kind.INFORMATION_REQUESTED, order);
    refuses(order, described(order, "plates"), "while no question is open");
    freight.pull(order);
    refuses(order, described(order, "plates"), "this house is PULLED");
  }

  private void refuses(String order, Particulars to, String why) {
    assertThatThrownBy(() -> amendments.ask(order, to, "fred"))
        .isInstanceOf(UnacceptableFilingAmendment.class)
        .hasMessageContaining(why);
  }

  private String registered(String goods) {
    String order = placed.order(goods);
    String consignment = closing(order);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    authority(Kind.REGISTERED, order);
    return order;
  }

  private void say(Kind kind, String order, int amendment) {
    String reference = "%sA%02d".formatted(lrn(order), amendment);
    assertThat(authority.apply(new EntrySummaryAnswer(kind, reference, null, "why?")))
        .isEqualTo(Outcome.applied(order));
  }

  private House house(String order) {
    return freight.house(order).orElseThrow();
  }

  private Particulars described(String order, String goods) {
    Particulars was = Particulars.of(house(order));
    return new Particulars(
        goods, was.hsCodes(), was.grossWeightKg(), was.consignor(), was.consignee());
  }

  private static Particulars described(String goods) {
    Trader somebody = new Trader("A", "B 1", "C", "", "BE");
    return new Particulars(goods, List.of("610910"), BigDecimal.ONE, somebody, somebody);
  }

  private static Particulars with(Particulars was, List<String> hsCodes, BigDecimal weight) {
    return new Particulars(was.goods(), hsCodes, weight, was.consignor(), was.consignee());
  }
}
