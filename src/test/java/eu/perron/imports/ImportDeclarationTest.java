package eu.perron.imports;

import static eu.perron.imports.DeclarationState.ACCEPTED;
import static eu.perron.imports.DeclarationState.DECLARED;
import static eu.perron.imports.DeclarationState.DOCUMENTS_REQUESTED;
import static eu.perron.imports.DeclarationState.INVALIDATED;
import static eu.perron.imports.DeclarationState.NOT_RELEASED;
import static eu.perron.imports.DeclarationState.RECEIVED;
import static eu.perron.imports.DeclarationState.REFUSED;
import static eu.perron.imports.DeclarationState.RELEASED;
import static eu.perron.imports.DeclarationState.SEIZED;
import static eu.perron.imports.DeclarationState.UNDER_INSPECTION;
import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.imports.ImportDeclaration.Heard;
import eu.perron.imports.ImportDeclaration.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportDeclarationTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final String MRN = "26BEH7A0000679650R";

  private static ImportDeclaration declared() {
    return ImportDeclaration.of(ExampleOrder.NUMBER, 1, "H7", "F48", START, START);
  }

  private static DeclarationAnswer answer(DeclarationState state, int second) {
    String mrn = state == RECEIVED || state == REFUSED ? null : MRN;
    return new DeclarationAnswer(
        state,
        declared().lrn(),
        mrn,
        START.plusSeconds(second),
        state + " said",
        null,
        state.name());
  }

  /**
   * Everything customs may say about one declaration, in the order in which it happened, and how it
   * ends.
   */
  static Stream<Story> stories() {
    return Stream.of(
        new Story(RELEASED, answer(RECEIVED, 0), answer(ACCEPTED, 3), answer(RELEASED, 8)),
        new Story(REFUSED, answer(RECEIVED, 0), answer(REFUSED, 3)),
        new Story(
            RELEASED,
            answer(RECEIVED, 0),
            answer(ACCEPTED, 3),
            answer(DOCUMENTS_REQUESTED, 8),
            answer(RELEASED, 20)),
        new Story(
            RELEASED,
            answer(ACCEPTED, 3),
            answer(DOCUMENTS_REQUESTED, 8),
            answer(UNDER_INSPECTION, 12),
            answer(RELEASED, 20)),
        new Story(
            SEIZED,
            answer(RECEIVED, 0),
            answer(ACCEPTED, 3),
            answer(UNDER_INSPECTION, 8),
            answer(SEIZED, 20)),
        new Story(NOT_RELEASED, answer(RECEIVED, 0), answer(ACCEPTED, 3), answer(NOT_RELEASED, 8)),
        new Story(RELEASED, answer(ACCEPTED, 3), answer(NOT_RELEASED, 8), answer(RELEASED, 30)),
        new Story(SEIZED, answer(ACCEPTED, 3), answer(RELEASED, 8), answer(SEIZED, 8)),
        new Story(
            RELEASED,
            answer(RECEIVED, 0),
            answer(ACCEPTED, 3),
            answer(REFUSED, 4),
            answer(RELEASED, 8)),
        new Story(
            INVALIDATED,
            answer(RECEIVED, 0),
            answer(ACCEPTED, 3),
            answer(RELEASED, 8),
            answer(INVALIDATED, 9)),
        new Story(
            UNDER_INSPECTION,
            answer(RECEIVED, 0),
            answer(ACCEPTED, 3),
            answer(UNDER_INSPECTION, 8)));
  }

  record Story(DeclarationState end, List<DeclarationAnswer> answers) {
    Story(DeclarationState end, DeclarationAnswer... answers) {
      this(end, List.of(answers));
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void anyOrderAndAnyRepetitionOfAnswersEndsInTheSameDeclaration(Story story) {
    Set<ImportDeclaration> ends = new LinkedHashSet<>();
    for (List<DeclarationAnswer> shuffled : permutations(story.answers())) {
      List<DeclarationAnswer> doubled = new ArrayList<>(shuffled);
      doubled.addAll(shuffled);
      Collections.reverse(doubled);
      ends.add(tell(shuffled).declaration());
      ends.add(tell(doubled).declaration());
    }

    assertThat(ends).hasSize(1);
    assertThat(ends.iterator().next().state()).isEqualTo(story.end());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyNewsIsToldOnce(Story story) {
    for (List<DeclarationAnswer> shuffled : permutations(story.answers())) {
      List<DeclarationAnswer> doubled = new ArrayList<>(shuffled);
      doubled.addAll(shuffled);
      List<News> news = tell(doubled).news();

      assertThat(news).doesNotHaveDuplicates();
      boolean accepted =
          story.answers().stream().anyMatch(answer -> answer.state().impliesAcceptance());
      assertThat(news.contains(News.ACCEPTED)).isEqualTo(accepted);
      if (story.end() == RELEASED) {
        assertThat(news).contains(News.RELEASED);
        assertThat(news.indexOf(News.ACCEPTED)).isLessThan(news.indexOf(News.RELEASED));
      }
    }
  }

  @Test
  void aReleaseBeforeAcceptanceTellsBoth() {
    Heard heard = declared().hear(answer(RELEASED, 8));

    assertThat(heard.news()).containsExactly(News.ACCEPTED, News.RELEASED);
    assertThat(heard.declaration().mrn()).isEqualTo(MRN);
    Heard late = heard.declaration().hear(answer(ACCEPTED, 3));
    assertThat(late.news()).isEmpty();
    assertThat(late.declaration().acceptedAt()).isEqualTo(START.plusSeconds(3));
    assertThat(late.declaration().state()).isEqualTo(RELEASED);
  }

  @Test
  void aRequestAfterTheReleaseIsNoNews() {
    ImportDeclaration released = declared().hear(answer(RELEASED, 8)).declaration();

    assertThat(released.hear(answer(DOCUMENTS_REQUESTED, 7)).news()).isEmpty();
    assertThat(released.hear(answer(UNDER_INSPECTION, 7)).news()).isEmpty();
  }

  @Test
  void aSecondRequestForDocumentsIsNewsAndARepeatedOneIsNot() {
    ImportDeclaration asked = declared().hear(answer(DOCUMENTS_REQUESTED, 8)).declaration();

    assertThat(asked.hear(answer(DOCUMENTS_REQUESTED, 8)).news()).isEmpty();
    assertThat(asked.lodging().hear(answer(DOCUMENTS_REQUESTED, 90)).news())
        .containsExactly(News.DOCUMENTS_REQUESTED);
  }

  @Test
  void aRefusalOfASecondCopyDoesNotUndoTheAcceptance() {
    ImportDeclaration accepted = declared().hear(answer(ACCEPTED, 3)).declaration();

    Heard heard = accepted.hear(answer(REFUSED, 60));

    assertThat(heard.news()).isEmpty();
    assertThat(heard.declaration()).isEqualTo(accepted);
  }

  @Test
  void theReasonIsThatOfTheStateThatStands() {
    ImportDeclaration kept = declared().hear(answer(NOT_RELEASED, 8)).declaration();

    assertThat(kept.hear(answer(ACCEPTED, 3)).declaration().reason())
        .isEqualTo("NOT_RELEASED said");
  }

  @Test
  void theLocalReferenceNumberIsFixedAndFitsItsField() {
    assertThat(declared().lrn())
        .isEqualTo(ExampleOrder.NUMBER + "H701")
        .hasSizeLessThanOrEqualTo(22);
    assertThat(declared().state()).isEqualTo(DECLARED);
  }

  private static Heard tell(List<DeclarationAnswer> answers) {
    ImportDeclaration declaration = declared();
    List<News> news = new ArrayList<>();
    for (DeclarationAnswer answer : answers) {
      Heard heard = declaration.hear(answer);
      declaration = heard.declaration();
      news.addAll(heard.news());
    }
    return new Heard(declaration, news);
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> end : permutations(rest)) {
        List<T> one = new ArrayList<>();
        one.add(first);
        one.addAll(end);
        all.add(one);
      }
    }
    return all;
  }
}
