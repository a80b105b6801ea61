package eu.perron.unionexports;

import static eu.perron.unionexports.UnionExportState.ACCEPTED;
import static eu.perron.unionexports.UnionExportState.EXITED;
import static eu.perron.unionexports.UnionExportState.NOT_RELEASED;
import static eu.perron.unionexports.UnionExportState.REFUSED;
import static eu.perron.unionexports.UnionExportState.RELEASED;
import static eu.perron.unionexports.UnionExportState.UNDER_CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.unionexports.UnionExportDeclaration.Heard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnionExportDeclarationTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final String MRN = "26BE1A2B3C4D5E6FA0";

  private static UnionExportDeclaration declared() {
    return UnionExportDeclaration.lodged("7K2QZ4XA0C5M", 1, "SIMPLIFIED", "BE0123456749", START);
  }

  private static CustomsNotice notice(UnionExportState state, int second) {
    return new CustomsNotice(
        state,
        declared().lrn(),
        state == REFUSED ? null : MRN,
        START.plusSeconds(second),
        state + " said",
        null);
  }

  private record Story(UnionExportState end, List<CustomsNotice> told) {
    @Override
    public String toString() {
      return told.stream().map(each -> each.state().name()).toList() + " ends " + end;
    }
  }

  private static Story story(UnionExportState end, CustomsNotice... told) {
    return new Story(end, List.of(told));
  }

  static Stream<Story> stories() {
    return Stream.of(
        story(RELEASED, notice(ACCEPTED, 2), notice(RELEASED, 5)),
        story(REFUSED, notice(REFUSED, 2)),
        story(RELEASED, notice(ACCEPTED, 2), notice(UNDER_CONTROL, 5), notice(RELEASED, 15)),
        story(
            NOT_RELEASED, notice(ACCEPTED, 2), notice(UNDER_CONTROL, 5), notice(NOT_RELEASED, 15)),
        story(RELEASED, notice(ACCEPTED, 2), notice(NOT_RELEASED, 5), notice(RELEASED, 30)),
        story(NOT_RELEASED, notice(ACCEPTED, 2), notice(RELEASED, 5), notice(NOT_RELEASED, 30)),
        story(RELEASED, notice(NOT_RELEASED, 5), notice(RELEASED, 5)),
        story(EXITED, notice(ACCEPTED, 2), notice(RELEASED, 5), notice(EXITED, 90)),
        story(EXITED, notice(UNDER_CONTROL, 3), notice(NOT_RELEASED, 95), notice(EXITED, 90)));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void inWhateverOrderAndHoweverOftenItIsToldItEndsTheSame(Story story) {
    for (List<CustomsNotice> shuffled : permutations(story.told())) {
      UnionExportDeclaration declaration = declared();
      for (CustomsNotice each : shuffled) {
        declaration = declaration.hear(each).declaration();
        assertThat(declaration.hear(each).answer()).isEmpty();
        assertThat(declaration.hear(each).declaration()).isEqualTo(declaration);
      }
      assertThat(declaration.state()).as(shuffled.toString()).isEqualTo(story.end());
      assertThat(declaration.mrn()).isEqualTo(story.end() == REFUSED ? null : MRN);
    }
  }

  @Test
  void theOrderHearsEachDecisionOnce() {
    Heard accepted = declared().hear(notice(ACCEPTED, 2));
    Heard controlled = accepted.declaration().hear(notice(UNDER_CONTROL, 5));
    Heard released = controlled.declaration().hear(notice(RELEASED, 15));
    Heard left = released.declaration().hear(notice(EXITED, 90));

    assertThat(accepted.answer()).isEmpty();
    assertThat(controlled.answer())
        .contains(new UnionExportAnswer.Controlled("7K2QZ4XA0C5M", "UNDER_CONTROL said"));
    assertThat(released.answer()).contains(new UnionExportAnswer.Released("7K2QZ4XA0C5M"));
    assertThat(left.answer()).isEmpty();
  }

  @Test
  void whatWasReplacedTellsTheOrderNothing() {
    Heard heard = declared().replaced().hear(notice(RELEASED, 5));

    assertThat(heard.answer()).isEmpty();
    assertThat(heard.declaration().state()).isEqualTo(RELEASED);
  }

  @Test
  void aReleaseOnPaperIsOvertakenByALaterDecisionOnly() {
    UnionExportDeclaration onPaper = declared().releasedOnPaper(START.plusSeconds(60));

    assertThat(onPaper.hear(notice(NOT_RELEASED, 5)).answer()).isEmpty();
    assertThat(onPaper.hear(notice(NOT_RELEASED, 61)).answer())
        .contains(new UnionExportAnswer.NotReleased("7K2QZ4XA0C5M", "NOT_RELEASED said"));
  }

  private static List<List<CustomsNotice>> permutations(List<CustomsNotice> told) {
    if (told.isEmpty()) {
      return List.of(List.of());
    }
    List<List<CustomsNotice>> all = new ArrayList<>();
    for (CustomsNotice first : told) {
      List<CustomsNotice> rest = new ArrayList<>(told);
      rest.remove(first);
      for (List<CustomsNotice> after : permutations(rest)) {
        List<CustomsNotice> one = new ArrayList<>(List.of(first));
        one.addAll(after);
        all.add(one);
      }
    }
    return all;
  }
}
