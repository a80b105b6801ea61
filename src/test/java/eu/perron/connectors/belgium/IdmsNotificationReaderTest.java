package eu.perron.connectors.belgium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.perron.connectors.MessageReader.Reading;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.imports.AmendmentAnswer;
import eu.perron.imports.ControlResult;
import eu.perron.imports.DeclarationAnswer;
import eu.perron.imports.DeclarationState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdmsNotificationReaderTest {
  private static final String[] NOTIFICATIONS = {
    "IE428.xml",
    "IE416.xml",
    "IE426.xml",
    "IE429.xml",
    "IE451.xml",
    "IE451-seized.xml",
    "IE460-documents.xml",
    "IE460-physical.xml",
    "ControlResult-corrected.xml",
    "ControlResult-destroyed.xml",
    "IE410.xml",
    "IE906.xml",
    "IE928.xml",
    "NotificationBatch.xml"
  };
  private final IdmsNotificationReader reader = new IdmsNotificationReader();

  @ParameterizedTest
  @CsvSource({
    "IE928.xml, RECEIVED, 2026-11-22T10:00:00Z,",
    "IE906.xml, REFUSED, 2026-11-22T10:00:00Z, Description of goods is not acceptable",
    "IE416.xml, REFUSED, 2026-11-22T10:00:03Z, Description does not fit the commodity code",
    "IE426.xml, REGISTERED, 2026-11-22T10:00:03Z,",
    "IE428.xml, ACCEPTED, 2026-11-22T10:00:03Z,",
    "IE429.xml, RELEASED, 2026-11-22T10:00:08Z,",
    "IE451.xml, NOT_RELEASED, 2026-11-22T10:00:08Z, Goods do not match the declaration",
    "IE451-seized.xml, SEIZED, 2026-11-22T10:00:20Z, Counterfeit goods",
    "IE460-documents.xml, DOCUMENTS_REQUESTED, 2026-11-22T10:00:08Z, Commercial invoice and proof"
        + " of payment",
    "IE460-physical.xml, UNDER_INSPECTION, 2026-11-22T10:00:08Z, Physical inspection at the"
        + " warehouse",
    "ControlResult-destroyed.xml, DESTROYED, 2026-11-22T10:00:20Z, Not fit for consumption",
    "IE410.xml, INVALIDATED, 2026-11-22T10:00:03Z,"
  })
  void eachSampleSaysWhatItSays(String sample, DeclarationState state, Instant at, String reason)
      throws Unreadable {
    Reading reading = reader.read(Samples.read(sample));

    assertThat(reading.arrivals()).hasSize(1);
    DeclarationAnswer answer = (DeclarationAnswer) reading.arrivals().get(0).content();
    assertThat(answer.state()).isEqualTo(state);
    assertThat(answer.at()).isEqualTo(at);
    assertThat(answer.reason()).isEqualTo(reason);
    assertThat(answer.lrn()).isEqualTo("PR26112200A1H701");
    assertThat(reading.arrivals().get(0).about()).isEqualTo("PR26112200A1H701");
    assertThat(reading.arrivals().get(0).key())
        .isEqualTo(reading.key())
        .startsWith(sample.substring(0, 5));
  }

  @ParameterizedTest
  @CsvSource({"IE404.xml, true,", "IE405.xml, false, The particulars are as declared"})
  void aDecisionOnAnAmendmentIsRead(String sample, boolean accepted, String reason)
      throws Unreadable {
    assertThat(reader.read(Samples.read(sample)).arrivals().get(0).content())
        .isEqualTo(
            new AmendmentAnswer(
                "PR26112200A1H701",
                "26BEABCDEF123456R3",
                "PR26112200A1H701A1",
                accepted,
                Instant.parse("2026-11-22T10:00:03Z"),
                reason,
                sample.substring(0, 5) + " PR26112200A1H701A1-" + sample.substring(2, 5)));
  }

  @Test
  void whatCustomsFoundIsReadItemByItem() throws Unreadable {
    ControlResult result =
        (ControlResult)
            reader.read(Samples.read("ControlResult-corrected.xml")).arrivals().get(0).content();

    assertThat(result.lrn()).isEqualTo("PR26112200A1H701");
    assertThat(result.corrections())
        .containsExactly(
            new ControlResult.Correction(
                1,
                "610990",
                new BigDecimal("40.00"),
                "EUR",
                "The value declared is not the price paid"));
    String nothing =
        Samples.text("ControlResult-corrected.xml")
            .replaceFirst("(?s)<harmonized.*?</harmonizedSystemSubheadingCode>", "")
            .replaceFirst("(?s)<ItemAmount>.*</ItemAmount>", "");
    assertThatThrownBy(() -> reader.read(nothing.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("corrects nothing");
  }

  @Test
  void severalTogetherAreSeveralPiecesOfNews() throws Unreadable {
    Reading reading = reader.read(Samples.read("NotificationBatch.xml"));

    assertThat(reading.key()).startsWith("NotificationBatch N");
    assertThat(reading.arrivals())
        .extracting(Arrival::key)
        .containsExactly("IE428 PR26112200A1H701-428", "IE428 PR26112200A1H101-428");
    assertThat(reading.arrivals())
        .extracting(arrival -> ((DeclarationAnswer) arrival.content()).state())
        .containsOnly(DeclarationState.ACCEPTED);
  }

  /** Refused as a whole, at the element at fault: the office sends it again as it should be. */
  @Test
  void oneThatIsWrongIsNamed() {
    String wrong =
        Samples.text("NotificationBatch.xml").replaceFirst("PR26112200A1H101</LRN>", "</LRN>");

    assertThat(catchThrowable(() -> reader.read(wrong.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("NotificationBatch/IE428/LRN");
    assertThat(catchThrowable(() -> reader.read(Samples.read("DeclarationBatch.xml"))))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("we send");
  }

  @Test
  void aRefusalNamesTheItem() throws Unreadable {
    DeclarationAnswer answer =
        (DeclarationAnswer) reader.read(Samples.read("IE416.xml")).arrivals().get(0).content();

    assertThat(answer.item()).isEqualTo(1);
  }

  @Test
  void anAnswerByMrnAloneIsUnderstood() throws Unreadable {
    String byMrn = Samples.text("IE429.xml").replaceFirst("\\s*<LRN>.*</LRN>", "");

    DeclarationAnswer answer = (DeclarationAnswer) read(byMrn).arrivals().get(0).content();

    assertThat(answer.lrn()).isNull();
    assertThat(read(byMrn).arrivals().get(0).about()).isEqualTo(answer.mrn());
  }

  @Test
  void aRequestToInvalidateThatIsNotGrantedChangesNothing() throws Unreadable {
    assertThat(
            read(Samples.text("IE410.xml").replace("<granted>true", "<granted>false")).arrivals())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "IE428.xml | <MRN>26BE~<MRN>26B | IE428/MRN | 26B",
        "IE428.xml | R[0-9]</MRN>~RX</MRN> | IE428/MRN | pattern",
        "IE428.xml | <MRN>26BE.~<MRN>26BE_ | IE428/MRN | pattern",
        "IE428.xml | \\s*<MRN>.*</MRN>~ | IE428/acceptanceDateAndTime | MRN",
        "IE428.xml | 10:00:03Z</acc~24:00:00Z</acc | IE428/acceptanceDateAndTime | not a moment",
        "IE428.xml | 2026-11-22T10:00:03Z</acc~2026-02-30T10:00:03Z</acc |"
            + " IE428/acceptanceDateAndTime | 2026-02-30",
        "IE428.xml | 10:00:03Z</acc~10:00:03</acc | IE428/acceptanceDateAndTime | pattern",
        "IE428.xml | <LRN>.*</LRN>~<LRN>a b</LRN> | IE428/LRN | a b",
        "IE416.xml | (?s)<FunctionalError>.*</FunctionalError>~ | IE416 | FunctionalError",
        "IE416.xml | <goodsItemNumber>1~<goodsItemNumber>0 | IE416/FunctionalError/goodsItemNumber"
            + " | 0",
        "IE451.xml | >false</seized>~>perhaps</seized> | IE451/seized | perhaps",
        "IE460-physical.xml | PHYSICAL~LATER | IE460/control | LATER",
        "IE410.xml | \\s*<[LM]RN>.*</[LM]RN>~ | IE410 | LRN or MRN",
        "IE429.xml | <IE429~<IE430 | IE430 | Cannot find the declaration",
        "IE429.xml | urn:perron:idms:1~urn:other | IE429 | Cannot find the declaration",
        "IE001.xml | ~ | IE001 | that we send"
      })
  void aBrokenMessageIsRefusedWithElementAndReason(
      String sample, String change, String element, String reason) {
    String[] parts = change.split("~", -1);
    String broken =
        parts[0].isEmpty()
            ? Samples.text(sample)
            : Samples.text(sample)
                .replaceAll(parts[0], parts[1])
                .replace("</IE429", broken(parts[1]) ? "</IE430" : "</IE429");

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(element)
        .hasMessageContaining(reason);
  }

  private static boolean broken(String replacement) {
    return replacement.equals("<IE430");
  }

  @Test
  void anMrnWithAWrongCheckDigitIsRefused() {
    String given = Samples.text("IE428.xml");
    String mrn = given.replaceAll("(?s).*<MRN>(.*)</MRN>.*", "$1");
    char wrong = (char) ('0' + (mrn.charAt(17) - '0' + 1) % 10);

    assertThatThrownBy(() -> read(given.replace(mrn, mrn.substring(0, 17) + wrong)))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("IE428/MRN")
        .hasMessageContaining("check");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "IE428",
        "{}",
        "<IE428",
        "<IE428/>",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE IE428 [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><IE428"
            + " xmlns=\"urn:perron:idms:1\">&x;</IE428>",
        "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>",
        "<IE428 xmlns=\"urn:perron:idms:1\""
            + " xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"x\"/></IE428>",
        "<IE428 xmlns=\"urn:perron:idms:1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"urn:perron:idms:1 http://localhost:1/x.xsd\"/>"
      })
  void whatIsNoMessageIsUnreadable(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aMessageTooLargeOrTooDeepIsUnreadable() {
    assertThatThrownBy(() -> reader.read(new byte[5 * 1024 * 1024])).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> read("<a>".repeat(100_000))).isInstanceOf(Unreadable.class);
  }

  @Property(tries = 2000)
  void aMutatedMessageIsReadOrUnreadableAndNothingElse(
      @ForAll @IntRange(max = 9) int sample,
      @ForAll @IntRange(max = 2000) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 40) int cut) {
    byte[] body = Samples.read(NOTIFICATIONS[sample]);
    body[at % body.length] = value;
    byte[] shorter = java.util.Arrays.copyOf(body, cut == 0 ? at % body.length : body.length);

    Throwable thrown = catchThrowable(() -> reader.read(shorter));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(Unreadable.class);
    }
  }

  private Reading read(String body) throws Unreadable {
    return reader.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
