package eu.perron.sanctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListChangesTest {
  private static List<ListedEntry> entries(String... persons) {
    return ListFile.read(
            ListFileTest.xml("2026-11-20", String.join("", persons))
                .getBytes(StandardCharsets.UTF_8))
        .entries();
  }

  @Test
  void whoComesWhoGoesAndWhoReadsOtherwiseIsShown() {
    ListChanges changes =
        ListChanges.between(
            entries(
                ListFileTest.person("1", "RU", "Stays As He Is"),
                ListFileTest.person("2", "RU", "Gets Another Name"),
                ListFileTest.person("3", "RU", "Leaves The List")),
            entries(
                ListFileTest.person("1", "RU", "Stays As He Is"),
                ListFileTest.person("2", "BY", "Gets Another Name", "Second Name"),
                ListFileTest.person("4", "RU", "Comes Upon It")));

    assertThat(changes.added()).extracting(ListedEntry::id).containsExactly("4");
    assertThat(changes.removed()).extracting(ListedEntry::id).containsExactly("3");
    assertThat(changes.changed()).hasSize(1);
    assertThat(changes.changed().get(0).what()).containsExactly("+ Second Name", "+ BY", "− RU");
  }

  @Test
  void aNewActAboutTheSamePersonChangesNothing() {
    String person = ListFileTest.person("1", "RU", "Stays As He Is");

    assertThat(
            ListChanges.between(entries(person), entries(person.replace("1/2026", "2/2026")))
                .isNothing())
        .isTrue();
  }
}
