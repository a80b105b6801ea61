package eu.perron.connectors.belgium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.perron.connectors.MessageReader.Reading;
import eu.perron.connectors.Unreadable;
import eu.perron.connectors.simulators.Books;
import eu.perron.unionexports.ArrivalLetter;
import eu.perron.unionexports.CustomsNotice;
import eu.perron.unionexports.ExitLetter;
import eu.perron.unionexports.ExportDeclarationLetter;
import eu.perron.unionexports.ExportDeclarationLetter.Documents;
import eu.perron.unionexports.ExportDeclarationLetter.Item;
import eu.perron.unionexports.ExportDeclarationLetter.Office;
import eu.perron.unionexports.ExportDeclarationLetter.Trader;
import eu.perron.unionexports.UnionExportState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Export messages of Belgian customs (AES): what we write, what we read, what the simulated office
 * does.
 */
class AesMessagesTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final String LRN = "EXP7K2QZ4XA0C5M01";
  private static final String[] NOTIFICATIONS = {
    "IE528.xml", "IE556.xml", "IE560.xml", "IE529.xml", "IE551.xml", "IE518.xml", "IE599.xml"
  };
  private final AesNotificationReader reader = new AesNotificationReader();

  static ExportDeclarationLetter letter(boolean simplified, String description, String eori) {
    return new ExportDeclarationLetter(
        LRN,
        "7K2QZ4XA0C5M",
        simplified,
        AT,
        new Office(
            "EX",
            simplified ? "C" : "A",
            "BELGG000",
            "BELGG000",
            "BELGG-HUB-02",
            "BE0123456749",
            "BE0123456749",
            "2"),
        new Trader("Chocolaterie des Coteaux SRL", "Rue Pierreuse 21", "4000", "Liège", "BE"),
        eori,
        new Trader("李小梅", "西湖区文三路 100 号", "310012", "杭州", "CN"),
        "DDP",
        "EUR",
        new BigDecimal("45.00"),
        new BigDecimal("1.150"),
        1,
        new Documents("N380", "CURL-BE-0001", "N740"),
        List.of(
            new Item(
                1,
                "10",
                "00",
                description,
                "18069020",
                "BE",
                2,
                new BigDecimal("45.00"),
                new BigDecimal("55.00"),
                new BigDecimal("0.900"))));
  }

  @Test
  void itBuildsTheSimplifiedDeclaration() {
    assertThat(written(letter(true, "pralines of milk chocolate, filled", "BE0123456749")))
        .isEqualTo(Samples.text("IE515-simplified.xml"));
  }

  @Test
  void itBuildsTheStandardDeclaration() {
    assertThat(written(letter(false, "pralines of milk chocolate, filled", "BE0123456749")))
        .isEqualTo(Samples.text("IE515.xml"));
  }

  @Test
  void itBuildsArrivalAndExit() {
    ArrivalLetter arrival =
        new ArrivalLetter(
            "26BE1A2B3C4D5E6FA4", "7K2QZ4XA0C5M", "BELGG000", "BELGG-HUB-02", "BE0123456749", AT);
    ExitLetter exit =
        new ExitLetter(
            "26BE1A2B3C4D5E6FA4",
            "7K2QZ4XA0C5M",
            "BELGG000",
            "BE0123456749",
            "756-41000013",
            "3V0902",
            AT.plusSeconds(3600));

    assertThat(text(AesExitComposers.write(arrival))).isEqualTo(Samples.text("IE507.xml"));
    assertThat(text(AesExitComposers.write(exit))).isEqualTo(Samples.text("IE590.xml"));
  }

  @ParameterizedTest
  @CsvSource({
    "IE528.xml, ACCEPTED, 2026-11-22T10:00:02Z,",
    "IE556.xml, REFUSED, 2026-11-22T10:00:02Z, Description does not fit the commodity code",
    "IE560.xml, UNDER_CONTROL, 2026-11-22T10:00:05Z, Commercial invoice",
    "IE529.xml, RELEASED, 2026-11-22T10:00:05Z,",
    "IE551.xml, NOT_RELEASED, 2026-11-22T10:00:05Z, Goods need a licence",
    "IE518.xml, EXITED, 2026-11-22T11:00:00Z,",
    "IE599.xml, EXITED, 2026-11-22T11:00:00Z,"
  })
  void eachSampleSaysWhatItSays(String sample, UnionExportState state, Instant at, String reason)
      throws Unreadable {
    Reading reading = reader.read(Samples.read(sample));

    CustomsNotice notice = (CustomsNotice) reading.arrivals().get(0).content();
    assertThat(notice.state()).isEqualTo(state);
    assertThat(notice.at()).isEqualTo(at);
    assertThat(notice.reason()).isEqualTo(reason);
    assertThat(reading.key())
        .isEqualTo(reading.arrivals().get(0).key())
        .startsWith(sample.substring(0, 5));
  }

  @Test
  void anExitThatIsNotSatisfactoryIsNoExit() throws Unreadable {
    assertThat(read(Samples.text("IE518.xml").replace(">A1<", ">B1<")).arrivals()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "IE528.xml | <MRN>26BE~<MRN>26B | IE528/MRN | 26B",
        "IE528.xml | 10:00:02Z</acc~24:00:00Z</acc | IE528/acceptanceDateAndTime | not a moment",
        "IE556.xml | (?s)<FunctionalError>.*</FunctionalError>~ | IE556 | FunctionalError",
        "IE560.xml | DOCUMENTS~LATER | IE560/control | LATER",
        "IE518.xml | >A1<~>Z9< | IE518/exitControlResult | Z9",
        "IE529.xml | urn:perron:aes:1~urn:perron:idms:1 | IE529 | Cannot find the declaration",
        "IE515.xml | x~x | IE515 | that we send"
      })
  void aBrokenMessageIsRefusedWithElementAndReason(
      String sample, String change, String element, String reason) {
    String[] parts = change.split("~", -1);

    assertThatThrownBy(() -> read(Samples.text(sample).replaceAll(parts[0], parts[1])))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(element)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "wco-notification-DMSACC.xml, ACCEPTED, 3.1_P1_TT_1311RM41, 19GBCKKCQSXV2FGVA8, 2019-11-13T08:00:00Z,",
    "wco-notification-DMSREJ.xml, REFUSED, Sample_A_TC01_1102_03, 20GB1NA4Y2YSRFGVR6, 2020-02-11T11:42:12Z, CDS12005",
    "wco-notification-DMSCTL.xml, UNDER_CONTROL, IM08a_PHYCTL_002, 20GB1Q3RTK463FGVR4, 2020-02-13T11:07:23Z, Physical inspection announced"
  })
  void notificationsThatOthersWroteAreRead(
      String sample, UnionExportState state, String lrn, String mrn, Instant at, String reason)
      throws Unreadable {
    Reading reading = new WcoNotificationReader().read(Samples.read(sample));

    assertThat(reading.arrivals().get(0).content())
        .isEqualTo(new CustomsNotice(state, lrn, mrn, at, reason, null));
  }

  @Test
  void aNotificationInTheNamespaceOfTheModelIsReadAndNoNewsIsNone() throws Unreadable {
    String released =
        Samples.text("wco-notification-DMSACC.xml")
            .replace(
                "<MetaData>", "<MetaData xmlns=\"urn:wco:datamodel:WCO:DocumentMetaData-DMS:2\">")
            .replace("<FunctionCode>01", "<FunctionCode>08");
    String cleared = released.replace("<FunctionCode>08", "<FunctionCode>09");

    assertThat(wco(released).arrivals())
        .extracting(arrival -> ((CustomsNotice) arrival.content()).state())
        .containsExactly(UnionExportState.RELEASED);
    assertThat(wco(cleared).arrivals()).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<FunctionCode>01~<FunctionCode>99 | MetaData/Response/FunctionCode",
        "19GBCKKCQSXV2FGVA8~19GBCKKCQSXV2FGVA7 | MetaData/Response/Declaration/ID",
        "20191113080000Z~20191313080000Z | MetaData/Response/Declaration/AcceptanceDateTime/DateTimeString",
        "<MetaData>~<Metadata> | Metadata",
        "</Response>~</Response><Response><FunctionCode>01</FunctionCode></Response> | MetaData/Response"
      })
  void aSpoiledNotificationOfOthersIsRefusedByItsElement(String change, String where) {
    String[] parts = change.split("~", -1);

    assertThatThrownBy(
            () -> wco(Samples.text("wco-notification-DMSACC.xml").replace(parts[0], parts[1])))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(where);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<IE529",
        "<IE529/>",
        "<!DOCTYPE IE529 [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><IE529 xmlns=\"urn:perron:aes:1\">&x;</IE529>"
      })
  void whatIsNoMessageIsUnreadable(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
  }

  @Property(tries = 1000)
  void aMutatedMessageIsReadOrUnreadableAndNothingElse(
      @ForAll @IntRange(max = 6) int sample,
      @ForAll @IntRange(max = 2000) int at,
      @ForAll byte value) {
    byte[] body = Samples.read(NOTIFICATIONS[sample]);
    body[at % body.length] = value;

    Throwable thrown = catchThrowable(() -> reader.read(body));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(Unreadable.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pralines, BE0123456749, IE528 IE529",
    "pralines lot AE556, BE0123456749, IE556",
    "pralines lot AE551, BE0123456749, IE528 IE551",
    "pralines lot AE560, BE0123456749, IE528 IE560 IE529",
    "pralines lot AESTOP, BE0123456749, IE528 IE560 IE551",
    "pralines lot AENONE, BE0123456749, IE528",
    "pralines, , IE556"
  })
  void theSimulatedOfficeAnswersByTheGoods(String goods, String eori, String answers)
      throws Unreadable {
    List<String> heard = new ArrayList<>();
    List<byte[]> written = new ArrayList<>();
    BelgianExportOffice office =
        new BelgianExportOffice(
            new OfficePractice(
                (message, after, atLeast) -> {
                  written.add(message);
                  assertThat(after).isBetween(Duration.ZERO, Duration.ofMinutes(1));
                },
                (message, entries) ->
                    assertThat(entries)
                        .extracting(Books.Entry::about)
                        .containsExactly("7K2QZ4XA0C5M"),
                1));

    office.take(new AesDeclarationComposer().write(letter(true, goods, eori)));

    for (byte[] each : written) {
      heard.add(Aes.read(each).name());
      CustomsNotice notice = (CustomsNotice) reader.read(each).arrivals().get(0).content();
      assertThat(notice.lrn()).isEqualTo(LRN);
    }
    assertThat(String.join(" ", heard)).isEqualTo(answers);
  }

  private static String written(ExportDeclarationLetter letter) {
    return text(new AesDeclarationComposer().write(letter));
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }

  private static Reading wco(String body) throws Unreadable {
    return new WcoNotificationReader().read(body.getBytes(StandardCharsets.UTF_8));
  }

  private Reading read(String body) throws Unreadable {
    return reader.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
