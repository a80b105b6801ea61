package eu.perron.compliance;

import static eu.perron.compliance.AnOrder.KETTLE;
import static eu.perron.compliance.AnOrder.article;
import static eu.perron.compliance.AnOrder.dangerous;
import static eu.perron.compliance.AnOrder.party;
import static eu.perron.compliance.AnOrder.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.house.PerronSettings;
import eu.perron.orders.OrderLine;
import eu.perron.orders.SaleKind;
import eu.perron.orders.VatScheme;
import eu.perron.sanctions.PartyScreener;
import eu.perron.sanctions.Sanctions;
import eu.perron.sanctions.Screened;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {
  private static final Path PROCESSES = Path.of("processes");

  private static Lists lists(Path processes, String day) {
    PerronSettings settings =
        new PerronSettings(
            Path.of("var"),
            processes,
            Path.of("connectors"),
            null,
            new PerronSettings.Database(null, "perron", null),
            new PerronSettings.Demo(null, null, null, 1));
    return new Lists(
        settings,
        (kind, on) -> Optional.empty(),
        Clock.fixed(Instant.parse(day + "T11:00:00Z"), ZoneOffset.UTC));
  }

  private static final PartyScreener INVENTED_NAMES = inventedNames();

  private static PartyScreener inventedNames() {
    try {
      return Sanctions.by(
          Files.readAllBytes(PROCESSES.resolve("reference/sanctions-demonstration.xml")));
    } catch (IOException absent) {
      throw new java.io.UncheckedIOException(absent);
    }
  }

  private static List<Finding> findings(AnOrder order) {
    return Screening.of(order.order(), lists(PROCESSES, "2026-11-22").today(), INVENTED_NAMES);
  }

  private static List<FindingCode> codes(AnOrder order) {
    return findings(order).stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'ladies'' umbrella, folding', 660191, 14.90",
    "'cotton T-shirt, women, printed', 610910, 8.50",
    "'hand cream with aloe, 75 ml', 33049900, 6.20",
    "'Bluetooth headphones, over ear', 851830, 19.99",
    "'smart watch for children', 851762, 29.00",
    "'puzzle of 500 pieces, cardboard', 950300, 9.90",
    "'ring of base metal, size 54', 711719, 4.50",
    "'desk lamp, bamboo foot', 940521, 22.00",
    "'ceramic vase, 30 cm, glazed', 691390, 17.00",
    "'陶瓷花瓶，高三十厘米，上釉', 691390, 17.00"
  })
  void ordinaryGoodsRaiseNothing(String description, String hsCode, String price) {
    assertThat(findings(AnOrder.of(article(description, hsCode, price)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gift",
        "gifts!",
        "samples",
        "Cadeau",
        "Échantillon",
        "speelgoed",
        "Geschenk",
        "lipin",
        "礼品",
        "toys, gifts",
        "kettle"
      })
  void aDescriptionThatSaysNothingIsVague(String description) {
    assertThat(codes(AnOrder.of(article(description, "732394", "24.00"))))
        .containsExactly(FindingCode.VAGUE_DESCRIPTION);
  }

  @Test
  void aStopWordBesidePlainWordsIsNotVague() {
    assertThat(findings(AnOrder.of(article("gift box of birch wood, empty", "442090", "9.00"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "770110", "950199", "61091", "0000AB", "852010"})
  void aCodeOutsideTheHarmonizedSystemIsUnknown(String hsCode) {
    assertThat(codes(AnOrder.of(article("enamelled steel kettle", hsCode, "24.00"))))
        .containsExactly(FindingCode.HS_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "decorative sabre with scabbard, 930700",
    "toy for collectors: replica gun, 950300",
    "spring air pistol with case, 950490"
  })
  void prohibitedGoodsAreFoundByCodeOrByWords(String description, String hsCode) {
    assertThat(codes(AnOrder.of(article(description, hsCode, "40.00"))))
        .containsExactly(FindingCode.PROHIBITED);
  }

  @Test
  void rumIsExciseGoods() {
    assertThat(codes(AnOrder.of(article("rum, 38 % vol, 0.5 l", "220840", "30.00"))))
        .containsExactly(FindingCode.EXCISE);
  }

  @ParameterizedTest
  @CsvSource({
    "UN3480-PI965-IA, CARGO_AIRCRAFT_ONLY",
    "UN3090-PI968-IB, CARGO_AIRCRAFT_ONLY",
    "UN1266-PI355, CARGO_AIRCRAFT_ONLY",
    "UN3481-PI966-II, ''",
    "UN3481-PI967-II, ''"
  })
  void batteriesAloneFlyOnCargoAircraftOnly(String dangerousGoods, String code) {
    assertThat(
            codes(
                AnOrder.of(
                    dangerous(
                        "cordless screwdriver with spare cell",
                        "846721",
                        "40.00",
                        dangerousGoods))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(FindingCode.valueOf(code)));
  }

  @Test
  void aPowerBankThatNamesNoUnNumberIsHeldAllTheSame() {
    assertThat(codes(AnOrder.of(article("portable charger, 10 000 mAh", "850760", "18.00"))))
        .containsExactly(FindingCode.CARGO_AIRCRAFT_ONLY);
  }

  @ParameterizedTest
  @CsvSource({"851762, 0.90, EUR", "851762, 9.00, USD", "847130, 20.00, EUR", "851762, 80.00, XAU"})
  void aPriceFarBelowTheUsualIsDoubted(String hsCode, String price, String currency) {
    assertThat(
            codes(AnOrder.of(article("wearable device with display", hsCode, price)).in(currency)))
        .containsExactly(FindingCode.UNDERVALUED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "IM9990000224", "IN3720000224", "IM37200002"})
  void anIossNumberThatNoStateIssuedIsHeld(String number) {
    assertThat(codes(AnOrder.of(KETTLE).ioss(number))).containsExactly(FindingCode.IOSS_INVALID);
  }

  @Test
  void outsideTheIossSchemeNoNumberIsAsked() {
    assertThat(findings(AnOrder.of(KETTLE).vat(VatScheme.SPECIAL_ARRANGEMENT))).isEmpty();
  }

  @Test
  void aConsumerProductNeedsAResponsiblePersonInTheUnion() {
    assertThat(codes(AnOrder.of(KETTLE).responsible(null)))
        .containsExactly(FindingCode.RESPONSIBLE_PERSON_MISSING);
    assertThat(codes(AnOrder.of(KETTLE).responsible(party("Ningbo Harbour Wares Ltd", "CN"))))
        .containsExactly(FindingCode.RESPONSIBLE_PERSON_MISSING);
    assertThat(findings(AnOrder.of(KETTLE).responsible(null).sold(SaleKind.C2C_GIFT))).isEmpty();
  }

  @Test
  void productIdentifiersAreAskedSinceNovember() {
    AnOrder nameless = AnOrder.of(without(KETTLE, true, true));
    AnOrder withoutPartNumber = AnOrder.of(without(KETTLE, false, true));

    assertThat(codes(nameless)).containsExactly(FindingCode.IDENTIFIERS_MISSING);
    assertThat(codes(withoutPartNumber)).containsExactly(FindingCode.IDENTIFIERS_MISSING);
    assertThat(
            Screening.of(nameless.order(), lists(PROCESSES, "2026-10-31").today(), INVENTED_NAMES))
        .isEmpty();
    assertThat(
            findings(
                AnOrder.of(
                    without(
                        article("garden furniture set, teak", "940169", "150.01"), true, true))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Zoltan Quillfeather", "QUILLFEATHER, Zoltán", "Mr Zoltan J. Quillfeather"})
  void aDeniedPartyIsFoundHoweverItIsWritten(String name) {
    assertThat(codes(AnOrder.of(KETTLE).to(name))).containsExactly(FindingCode.SANCTIONED_PARTY);
  }

  @Test
  void halfADeniedNameIsNobody() {
    assertThat(findings(AnOrder.of(KETTLE).to("Zoltan Peeters"))).isEmpty();
  }

  @Test
  void everyFindingSaysTheLawAndTheCure() {
    assertThat(findings(AnOrder.of(article("gift", "999999", "3.00")).ioss("")))
        .hasSize(3)
        .allSatisfy(finding -> assertThat(finding.detail()).contains("Law: ").contains("Cure: "));
  }

  @ParameterizedTest
  @CsvSource({
    "Zoltan Quillfeather, 100",
    "Zoltan Quilfeather, 97",
    "Dhr. Z. Quillfeather, 86",
    "Wsewolod Tarchanowski, 82"
  })
  void aLikenessSaysWhoWhomAndHowMuch(String name, int score) {
    Finding finding = findings(AnOrder.of(KETTLE).to(name)).get(0);

    assertThat(finding.score()).isBetween(score - 4, Math.min(100, score + 4));
    assertThat(finding.detail())
        .contains("Consignee \"" + name + "\"")
        .contains("EU.0.")
        .contains("List of 2026-11-20, version 1.");
  }

  @Test
  void whereNoListIsInForceNobodyIsScreened() {
    Findings findings =
        new Findings(
            "KTL000000001",
            Screening.of(
                AnOrder.of(KETTLE).order(),
                lists(PROCESSES, "2026-11-22").today(),
                (party, least) -> new Screened("No sanctions list is in force.", List.of())),
            List.of());

    assertThat(findings.open())
        .extracting(Finding::code)
        .containsExactly(FindingCode.SANCTIONS_NOT_SCREENED);
    assertThat(findings.partyScore()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "UN3481-PI965-II, BATTERIES_UNCLEAR",
    "UN3481-PI967, BATTERIES_UNCLEAR",
    "UN3481, BATTERIES_UNCLEAR",
    "UN3481-PI967-III, BATTERIES_UNCLEAR",
    "UN3091-PI970-II, ''",
    "UN3481-PI966-I, ''"
  })
  void batteriesAreNamedAsTheyArePacked(String dangerousGoods, String code) {
    assertThat(
            codes(AnOrder.of(dangerous("cordless screwdriver", "846721", "40.00", dangerousGoods))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(FindingCode.valueOf(code)));
  }

  @Test
  void sectionTwoOfBatteriesAloneIsAbolished() {
    assertThat(codes(AnOrder.of(dangerous("power bank", "850760", "40.00", "UN3480-PI965-II"))))
        .containsExactly(FindingCode.CARGO_AIRCRAFT_ONLY, FindingCode.BATTERIES_UNCLEAR);
  }

  @Test
  void aPackageOfBatteriesHasItsLimit() {
    OrderLine heavy =
        new OrderLine(
            "K-17",
            "lithium ion cells for e-bikes",
            "850760",
            "CN",
            26,
            new BigDecimal("20.00"),
            new BigDecimal("0.400"),
            null,
            "NB-2209",
            "UN3480-PI965-IB");

    assertThat(codes(AnOrder.of(heavy)))
        .containsExactly(FindingCode.CARGO_AIRCRAFT_ONLY, FindingCode.BATTERIES_UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Power bank 10000 mAh, blue", "batterie externe 20 W", "移动电源 充电宝"})
  void aBatteryAloneIsKnownByItsDescription(String description) {
    assertThat(codes(AnOrder.of(article(description, "854370", "18.00"))))
        .containsExactly(FindingCode.CARGO_AIRCRAFT_ONLY);
  }

  @ParameterizedTest
  @CsvSource({
    "'bonsai tree, living, 20 cm', 060290, RESTRICTED",
    "'oil painting on canvas, framed', 970121, RESTRICTED",
    "'pork sausage, dried', 021019, PROHIBITED"
  })
  void whatNeedsALicenceIsHeldUnlessItIsProhibited(
      String description, String hsCode, FindingCode code) {
    assertThat(codes(AnOrder.of(article(description, hsCode, "60.00")))).containsExactly(code);
  }

  @Test
  void aBrokenTableStopsTheStartAndNamesItself(@TempDir Path folder) throws IOException {
    Path processes = copied(folder);
    Files.writeString(
        processes.resolve("reference/reference-prices.csv"),
        "hs_code,what,price_eur,doubt_below_percent,valid_from,valid_to,source,mark\n"
            + "732394,kettle,cheap,20,2026-01-01,,x,U\n");

    assertThatThrownBy(() -> lists(processes, "2026-11-22"))
        .hasMessageContaining("reference-prices.csv");
  }

  @Test
  void theRuleAgainstProhibitedGoodsCannotBeSwitchedOff(@TempDir Path folder) throws IOException {
    Path processes = copied(folder);
    Path rules = processes.resolve("reference/screening-rules.csv");
    Files.writeString(rules, Files.readString(rules).replaceAll("(?m)^PROHIBITED.*\n", ""));

    assertThatThrownBy(() -> lists(processes, "2026-11-22")).hasMessageContaining("PROHIBITED");
  }

  @Test
  void lawOfTheUnionIsNotAskedOfGoodsThatGoToChina() {
    OrderLine ale =
        new OrderLine(
            "K-17",
            "pale ale of Liège, bottled",
            "220300",
            "BE",
            1,
            new BigDecimal("3.50"),
            new BigDecimal("0.400"),
            null,
            null,
            null);
    AnOrder order = AnOrder.of(ale);
    Knowledge today = lists(PROCESSES, "2026-11-22").today();

    assertThat(Screening.of(order.order(), today.into("BE"), INVENTED_NAMES))
        .extracting(Finding::code)
        .contains(FindingCode.EXCISE, FindingCode.IDENTIFIERS_MISSING);
    assertThat(Screening.of(order.order(), today.into("CN"), INVENTED_NAMES))
        .extracting(Finding::code)
        .doesNotContain(FindingCode.EXCISE, FindingCode.IDENTIFIERS_MISSING);
  }

  @Test
  void prohibitedGoodsAreProhibitedWhereverTheyGo(@TempDir Path folder) throws IOException {
    Path processes = copied(folder);
    Path rules = processes.resolve("reference/screening-rules.csv");
    Files.writeString(rules, Files.readString(rules).replace("PROHIBITED,,,", "PROHIBITED,,EU,"));

    assertThatThrownBy(() -> lists(processes, "2026-11-22")).hasMessageContaining("PROHIBITED");
  }

  private static Path copied(Path folder) throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    try (Stream<Path> files = Files.list(PROCESSES.resolve("reference"))) {
      for (Path file : files.toList()) {
        Files.copy(file, reference.resolve(file.getFileName()));
      }
    }
    return folder;
  }
}
