package eu.perron.sanctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented names among some thousands of invented others. */
class NameSearchTest {
  private static final String[] FIRST =
      ("Ali Ahmed Mohammed Hassan Ivan Sergei Vladimir Aleksandr Dmitri Oleg Yuri Kim Ri Pak Jong"
              + " Jean Pierre Abdul Omar Yusuf Fatima Olga Irina Natalia Viktor Nikolai Igor Pavel"
              + " Rashid")
          .split(" ");
  private static final String[] TRADE =
      "Trading Shipping Petroleum Export Import Group International Bank Industries Electronics"
          .split(" ");
  private static NameSearch list;

  @BeforeAll
  static void someThousandNames() {
    Random dice = new Random(7);
    List<String> entities = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      String last = invented(dice);
      entities.add(
          ListFileTest.person(
              "9" + i,
              "RU",
              FIRST[dice.nextInt(FIRST.length)] + " " + last,
              FIRST[dice.nextInt(FIRST.length)] + " al-" + last,
              last + " " + TRADE[dice.nextInt(TRADE.length)] + " Co., Ltd."));
    }
    entities.add(ListFileTest.person("1", "SY", "Zoltan Quillfeather"));
    entities.add(ListFileTest.person("2", "RU", "Всеволод Тархановский"));
    entities.add(ListFileTest.person("3", "CN", "Leishen Xiaodong"));
    entities.add(ListFileTest.person("4", "00", "Obsidian Meridian Trading House"));
    entities.add(ListFileTest.person("5", "00", "Brontide"));
    entities.add(
        ListFileTest.person("6", "RU", "Ivan Petrovich Grzmotski")
            .replace("firstName=\"\"", "firstName=\"Ivan Petrovich\"")
            .replace("lastName=\"\"", "lastName=\"Grzmotski\""));
    entities.add(
        ListFileTest.person("7", "00", "Sotto Voce Brigade")
            .replace("strong=\"true\"", "strong=\"false\""));
    byte[] file =
        ListFileTest.xml("2026-11-20", String.join("", entities)).getBytes(StandardCharsets.UTF_8);
    SanctionsList read = ListFile.read(file);
    list = new NameSearch(new NameIndex(read.entries()), 4, read.generatedOn());
  }

  private static String invented(Random dice) {
    String[] parts = "ba ko ri sta vel mur gan te shi no dra pol ven kha zu lim".split(" ");
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3 + dice.nextInt(2); i++) {
      word.append(parts[dice.nextInt(parts.length)]);
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static int score(String name, String country, String entry) {
    return list.find(name, country, 1).stream()
        .filter(hit -> hit.entry().id().equals(entry))
        .mapToInt(Hit::score)
        .findFirst()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoltan Quillfeather",
        "QUILLFEATHER, Zoltán",
        "Mr. Zoltan Quillfeather",
        "Dhr Quillfeather Zoltan"
      })
  void theSameWordsAreTheSameNameHoweverTheyAreWritten(String name) {
    assertThat(score(name, "SY", "1")).isEqualTo(100);
    assertThat(score(name, null, "1")).isEqualTo(100);
  }

  @Test
  void theOrderOfFamilyAndGivenNameDoesNotMatter() {
    assertThat(score("Xiaodong Leishen", "CN", "3")).isEqualTo(100);
  }

  @Test
  void theSameNameInAnotherCountryIsNotCertain() {
    assertThat(score("Zoltan Quillfeather", "BE", "1")).isBetween(90, 99);
    assertThat(score("Obsidian Meridian Trading House NV", "BE", "4")).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "Zoltan Quilfeather, 1",
    "Zolton Quillfeather, 1",
    "Soltan Quillfeather, 1",
    "Zoltan Quillfaether, 1",
    "Zoltan Kwillfeather, 1",
    "Zoltan J. Quillfeather, 1",
    "Z. Quillfeather, 1",
    "Maria Zoltan Quillfeather, 1",
    "Vsevolod Tarkhanovskiy, 2",
    "Wsewolod Tarchanowski, 2",
    "Tarkhanovsky V., 2",
    "Lei Shen Xiao Dong, 3",
    "Leishen Xiao Dong, 3",
    "Obsidian Meridian Trade House, 4",
    "Obsidiaan Meridian Trading House, 4",
    "Ivan Grzmotski, 6",
    "Grzmotsky Ivan Petrowich, 6"
  })
  void aLikeNameIsHeldWithItsWords(String name, String entry) {
    List<Hit> hits = list.find(name, null, 75);

    assertThat(hits).isNotEmpty();
    assertThat(hits.get(0).entry().id()).isEqualTo(entry);
    assertThat(hits.get(0).score()).isBetween(75, 99);
    assertThat(hits.get(0).words()).isNotEmpty();
    assertThat(hits.get(0).version()).isEqualTo(4);
  }

  @Test
  void theEvidenceSaysWhichWordWasTakenForWhich() {
    Hit hit = list.find("Zolton Quillfeather", null, 80).get(0);

    assertThat(hit.listed().whole()).isEqualTo("Zoltan Quillfeather");
    assertThat(hit.words()).extracting(Hit.Pair::given).containsExactly("zolton", "quillfeather");
    assertThat(hit.words().get(0).toString()).matches("zolton ~ zoltan \\(\\d\\d %\\)");
    assertThat(hit.words().get(1).toString()).isEqualTo("quillfeather = quillfeather");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoltan Peeters",
        "Marie Quill",
        "Obsidian Jewellery",
        "Meridian Trading Co., Ltd",
        "Hangzhou Xihu Trading Co.",
        "Brontide Music Shop Namur",
        "Jan Janssens",
        "Ali Peeters",
        "Ivan Petrovich Ardennais",
        "An De Smet",
        "L. Dubois"
      })
  void whoSharesAWordOnlyIsNobody(String name) {
    assertThat(list.find(name, "BE", 80)).isEmpty();
  }

  @Test
  void aWeakAliasIsNeverCertain() {
    assertThat(score("Sotto Voce Brigade", null, "7")).isBetween(80, 99);
  }

  @Test
  void aNameOfOneWordIsFoundAlone() {
    assertThat(score("Brontide", null, "5")).isEqualTo(100);
    assertThat(score("Brontide Ltd", null, "5")).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "-", "李", "A", "    '' ", "\uD83D\uDE00"})
  void whatIsNoNameIsNobody(String name) {
    assertThat(list.find(name, null, 80)).isEmpty();
    assertThat(list.find(null, null, 80)).isEmpty();
  }
}
