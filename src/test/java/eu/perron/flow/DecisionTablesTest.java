package eu.perron.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision tables as they lie in {@code processes/}, asked one case at a time. */
class DecisionTablesTest {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final List<String> QUESTIONS =
      List.of(
          "prohibited",
          "partyScore",
          "cargoAircraftOnly",
          "batteriesUnclear",
          "excise",
          "restricted",
          "hsUnknown",
          "vagueDescription",
          "undervalued",
          "splitting",
          "iossInvalid",
          "responsiblePersonMissing",
          "identifiersMissing");

  private static Map<String, Object> decide(String decision, Map<String, Object> facts) {
    try (InputStream in = Files.newInputStream(Path.of("processes", decision + ".dmn"))) {
      DmnDecision table = ENGINE.parseDecision(decision, in);
      return ENGINE.evaluateDecisionTable(table, facts).getSingleResult().getEntryMap();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> allAnsweredNo() {
    Map<String, Object> facts = new HashMap<>();
    QUESTIONS.forEach(question -> facts.put(question, false));
    facts.put("partyScore", 0);
    return facts;
  }

  @Test
  void anOrderWithoutFindingTravels() {
    assertThat(decide("may-it-travel", allAnsweredNo()))
        .containsEntry("verdict", "TRAVELS")
        .containsEntry("reason", "");
  }

  @ParameterizedTest
  @CsvSource({
    "prohibited, REFUSED, PROHIBITED",
    "cargoAircraftOnly, HELD, CARGO_AIRCRAFT_ONLY",
    "batteriesUnclear, HELD, BATTERIES_UNCLEAR",
    "excise, HELD, EXCISE",
    "restricted, HELD, RESTRICTED",
    "hsUnknown, HELD, HS_UNKNOWN",
    "vagueDescription, HELD, VAGUE_DESCRIPTION",
    "undervalued, HELD, UNDERVALUED",
    "splitting, NOTED, SPLITTING",
    "iossInvalid, HELD, IOSS_INVALID",
    "responsiblePersonMissing, HELD, RESPONSIBLE_PERSON_MISSING",
    "identifiersMissing, HELD, IDENTIFIERS_MISSING"
  })
  void eachFindingHasItsVerdict(String fact, String verdict, String reason) {
    Map<String, Object> facts = allAnsweredNo();
    facts.put(fact, true);

    assertThat(decide("may-it-travel", facts))
        .containsEntry("verdict", verdict)
        .containsEntry("reason", reason);
  }

  @ParameterizedTest
  @CsvSource({
    "100, REFUSED, SANCTIONED_PARTY",
    "99, HELD, SANCTIONED_PARTY",
    "80, HELD, SANCTIONED_PARTY",
    "79, TRAVELS, ''"
  })
  void aLikenessToASanctionedPartyIsRefusedOrHeldByItsScore(
      int score, String verdict, String reason) {
    Map<String, Object> facts = allAnsweredNo();
    facts.put("partyScore", score);

    assertThat(decide("may-it-travel", facts))
        .containsEntry("verdict", verdict)
        .containsEntry("reason", reason);
  }

  /** Else a finding that is only noted would let one pass that holds. */
  @Test
  void whatIsOnlyNotedHidesNothingElse() {
    for (String question : QUESTIONS) {
      if (!question.equals("splitting")) {
        Map<String, Object> facts = allAnsweredNo();
        facts.put("splitting", true);
        facts.put(question, question.equals("partyScore") ? (Object) 90 : true);
        assertThat(decide("may-it-travel", facts).get("verdict"))
            .as(question)
            .isIn("HELD", "REFUSED");
        facts.put(question, null);
        assertThat(decide("may-it-travel", facts)).containsEntry("verdict", "HELD");
      }
    }
  }

  @Test
  void aQuestionThatWasNotAnsweredHoldsTheOrder() {
    for (String question : QUESTIONS) {
      Map<String, Object> facts = allAnsweredNo();
      facts.put(question, null);
      assertThat(decide("may-it-travel", facts))
          .as(question)
          .containsEntry("verdict", "HELD")
          .containsEntry("reason", "NOT_SCREENED");
      facts.remove(question);
      assertThat(decide("may-it-travel", facts)).as(question).containsEntry("verdict", "HELD");
    }
  }

  @Test
  void everyReasonToHoldHasADeskADueTimeAndACure() {
    for (String reason :
        List.of(
            "SANCTIONED_PARTY",
            "CARGO_AIRCRAFT_ONLY",
            "BATTERIES_UNCLEAR",
            "EXCISE",
            "RESTRICTED",
            "SPLITTING",
            "HS_UNKNOWN",
            "VAGUE_DESCRIPTION",
            "UNDERVALUED",
            "IOSS_INVALID",
            "RESPONSIBLE_PERSON_MISSING",
            "IDENTIFIERS_MISSING",
            "NOT_SCREENED",
            "SOMETHING_NEW")) {
      Map<String, Object> who = decide("who-reviews", Map.of("reason", reason));
      assertThat(who.get("desk")).as(reason).isIn("compliance-desk", "customs-desk");
      assertThat((Integer) who.get("urgency")).as(reason).isBetween(1, 100);
      assertThat(java.time.Duration.parse((String) who.get("dueIn"))).as(reason).isPositive();
      assertThat((String) who.get("cure")).as(reason).isNotBlank();
      assertThat((String) who.get("reason")).as(reason).isNotBlank().isNotEqualTo(reason);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "150.00, B2C, IOSS, 2026-11-22, H7, F48",
    "150.01, B2C, IOSS, 2026-11-22, H1, ''",
    "20, B2C, IOSS, 2025-01-10, H7, F48",
    "20, B2C, SPECIAL_ARRANGEMENT, 2026-11-22, H7, F49",
    "20, B2C, STANDARD, 2026-06-30, H7, C07",
    "20, B2C, STANDARD, 2026-07-01, H7, F53",
    "45, C2C_GIFT, STANDARD, 2026-11-22, H7, C08",
    "45.01, C2C_GIFT, STANDARD, 2026-11-22, H1, ''",
    "45.01, C2C_GIFT, STANDARD, 2026-06-30, H7, C07",
    "20, B2B, STANDARD, 2026-06-30, H7, C07",
    "20, B2B, STANDARD, 2026-11-22, H1, ''"
  })
  void theDeclarationIsChosenByTheDayOfAcceptance(
      double value,
      String saleKind,
      String vatScheme,
      String day,
      String declaration,
      String procedure) {
    assertThat(decide("which-declaration", goods(value, saleKind, vatScheme, day)))
        .containsEntry("declaration", declaration)
        .containsEntry("additionalProcedure", procedure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exciseGoods", "restrictedGoods"})
  void exciseAndRestrictedGoodsNeedTheStandardDeclaration(String fact) {
    Map<String, Object> facts = goods(20, "B2C", "IOSS", "2026-11-22");
    facts.put(fact, true);

    assertThat(decide("which-declaration", facts)).containsEntry("declaration", "H1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"intrinsicValue", "saleKind", "vatScheme", "exciseGoods", "restrictedGoods"})
  void nothingIsDeclaredWhileSomethingIsUnknown(String fact) {
    Map<String, Object> facts = goods(20, "B2C", "STANDARD", "2026-11-22");
    facts.put(fact, null);

    assertThat(decide("which-declaration", facts)).containsEntry("declaration", "HOLD");
  }

  @Test
  void nothingIsDeclaredOnADayNobodyKnows() {
    Map<String, Object> facts = goods(20, "B2C", "STANDARD", "2026-11-22");
    facts.remove("acceptanceDate");

    assertThat(decide("which-declaration", facts)).containsEntry("declaration", "HOLD");
  }

  private static Map<String, Object> goods(
      double value, String saleKind, String vatScheme, String day) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("exciseGoods", false);
    facts.put("restrictedGoods", false);
    facts.put("intrinsicValue", value);
    facts.put("saleKind", saleKind);
    facts.put("vatScheme", vatScheme);
    facts.put("acceptanceDate", day);
    return facts;
  }

  @ParameterizedTest
  @CsvSource({
    "'', BE, 0.6, bpost",
    "bpost, BE, 29.9, bpost",
    "postnl, BE, 2, bpost",
    "'', BE, 30.1, none",
    "'', NL, 1, none",
    "bpost, NL, 1, none",
    "'', CN, 1, cainiao",
    "bpost, CN, 1, cainiao",
    "'', CN, 30.01, none"
  })
  void onlyAConnectedCarrierIsChosen(String wish, String country, double weight, String carrier) {
    assertThat(
            decide(
                "which-carrier",
                Map.of(
                    "wishedCarrier",
                    wish,
                    "service",
                    "HOME",
                    "country",
                    country,
                    "postcode",
                    "9000",
                    "weightKg",
                    weight)))
        .containsEntry("carrier", carrier);
  }

  @ParameterizedTest(name = "{0} {1} EUR {2} kg on {3}: {4}")
  @CsvSource({
    "false, 45.00, 1.15, 2026-11-23, SIMPLIFIED",
    "false, 1000.00, 1000, 2026-11-23, SIMPLIFIED",
    "false, 1000.01, 1.15, 2026-11-23, STANDARD",
    "false, 45.00, 1000.001, 2026-11-23, STANDARD",
    "true, 45.00, 1.15, 2026-11-23, STANDARD",
    "false, 45.00, 1.15, 2021-06-30, STANDARD"
  })
  void littleValueAndWeightAreDeclaredSimplified(
      boolean restricted, double value, double weight, String day, String declaration) {
    assertThat(
            decide(
                "which-export-declaration",
                Map.of(
                    "restrictedGoods", restricted,
                    "valueEur", value,
                    "grossWeightKg", weight,
                    "acceptanceDate", day)))
        .containsEntry("exportDeclaration", declaration);
  }

  @ParameterizedTest(name = "listed {0}, known {1}, {2} of {3} yuan, single {4} on {5}: {6} by {7}")
  @CsvSource({
    "true, true, 429.00, 429.00, false, 2026-11-23, RETAIL, WithinLimits",
    "true, true, 5000.00, 26000.00, false, 2026-11-23, RETAIL, WithinLimits",
    "true, true, 5000.01, 5000.01, false, 2026-11-23, HOLD, AboveSingle",
    "true, true, 5000.01, 5000.01, true, 2026-11-23, FULL_TAX, SingleItem",
    "true, true, 5000.01, 26000.00, true, 2026-11-23, FULL_TAX, SingleItem",
    "true, true, 5000.01, 26000.01, true, 2026-11-23, HOLD, YearSpent",
    "true, true, 100.00, 26000.01, false, 2026-11-23, HOLD, YearSpent",
    "false, true, 100.00, 100.00, false, 2026-11-23, HOLD, NotListed",
    "true, false, 100.00, 100.00, false, 2026-11-23, HOLD, BuyerUnknown",
    "true, true, 2000.00, 20000.00, false, 2018-12-31, RETAIL, WithinFormerLimits",
    "true, true, 2000.01, 2000.01, false, 2018-12-31, HOLD, NobodyKnows",
    "true, true, 2000.01, 2000.01, false, 2019-01-01, RETAIL, WithinLimits",
    "true, true, 100.00, 100.00, false, 2016-04-07, HOLD, BeforeTheTables"
  })
  void retailImportKeepsItsLimitsOnAnyDay(
      boolean listed,
      boolean known,
      double value,
      double year,
      boolean single,
      String day,
      String admission,
      String rule) {
    assertThat(
            decide(
                "which-retail-import",
                Map.of(
                    "listed", listed,
                    "buyerKnown", known,
                    "valueYuan", value,
                    "yearYuan", year,
                    "singleItem", single,
                    "acceptanceDate", day)))
        .containsEntry("admission", admission)
        .containsEntry("rule", rule);
  }

  @Test
  void everyRowSaysItsSourceAndFromWhenItIsValid() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
        var model = org.camunda.bpm.model.dmn.Dmn.readModelFromFile(file.toFile());
        for (var rule :
            model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Rule.class)) {
          assertThat(rule.getDescription().getTextContent())
              .as("%s %s", file.getFileName(), rule.getId())
              .containsPattern("(?i)verified|house rule")
              .containsPattern("Valid from \\d{4}-\\d{2}-\\d{2}");
        }
      }
    }
  }
}
