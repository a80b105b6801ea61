package eu.perron.connectors.ics2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.freight.EntrySummaryAnswer;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationReaderTest {
  private static final String MRN = "26BEB1B5EF371701T0";
  private final NotificationReader reader = new NotificationReader();

  @ParameterizedTest
  @CsvSource({
    "IE3R01,REGISTERED",
    "IE3N03,ASSESSED",
    "IE3Q01,DO_NOT_LOAD",
    "IE3Q02,INFORMATION_REQUESTED",
    "IE3Q03,SCREENING_REQUESTED",
    "IE3R07,INVALIDATED",
    "IE3N99,REFUSED"
  })
  void everySampleIsRead(String sample, Kind kind) throws Exception {
    EntrySummaryAnswer answer =
        read(Files.readString(Path.of("connectors/ics2/samples", sample + ".xml")));
    assertThat(answer.kind()).isEqualTo(kind);
    assertThat(answer.lrn()).isEqualTo("ENSP2600000001701");
  }

  @ParameterizedTest
  @CsvSource({"IE3R04,ARRIVAL_REGISTERED,ENAC2600000101", "IE3N02,NOT_COMPLETE,ENMC2600000101001"})
  void whatIsSaidOfMastersIsRead(String sample, Kind kind, String lrn) throws Exception {
    EntrySummaryAnswer answer =
        read(Files.readString(Path.of("connectors/ics2/samples", sample + ".xml")));
    assertThat(answer.kind()).isEqualTo(kind);
    assertThat(answer.lrn()).isEqualTo(lrn);
  }

  @ParameterizedTest
  @CsvSource({
    "IE3N10,AMENDED,''",
    "IE3N01,REFUSED,LIFE-CYCLE The goods are about to be examined: no amendment now"
  })
  void whatIsSaidOfAnAmendmentIsRead(String sample, Kind kind, String text) throws Exception {
    EntrySummaryAnswer answer =
        read(Files.readString(Path.of("connectors/ics2/samples", sample + ".xml")));
    assertThat(answer.kind()).isEqualTo(kind);
    assertThat(answer.lrn()).isEqualTo("ENSP2600000001701A01");
    assertThat(answer.text()).isEqualTo(text);
  }

  @Test
  void anMrnWithAWrongCheckDigitIsRefusedWithTheReason() throws Exception {
    String slip =
        Files.readString(Path.of("connectors/ics2/samples/IE3N03.xml"))
            .replace(MRN, MRN.substring(0, 17) + "5");
    assertThatThrownBy(() -> read(slip))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("MRN")
        .hasMessageContaining("check");
  }

  @Test
  void aQuestionIsRead() throws Exception {
    assertThat(read(Files.readString(Path.of("connectors/ics2/samples/IE3Q02.xml"))))
        .isEqualTo(
            new EntrySummaryAnswer(
                Kind.INFORMATION_REQUESTED,
                "ENSP2600000001701",
                MRN,
                "Describe the goods exactly and say what they are for"));
  }

  @Test
  void anAssessmentMayNameTheMrnAlone() throws Unreadable {
    String message =
        "<IE3N03"
            + " xmlns='urn:wco:datamodel:eu:ics2:2'><MessageIdentification>7</MessageIdentification><MRN>"
            + MRN
            + "</MRN><DocumentIssueDate>2026-11-22T14:20:09Z</DocumentIssueDate></IE3N03>";
    Arrival arrival = reader.read(message.getBytes(StandardCharsets.UTF_8)).arrivals().get(0);
    assertThat(arrival.about()).isEqualTo(MRN);
    assertThat(arrival.key()).isEqualTo("IE3N03-7");
  }

  @Test
  void nobodyMayLookIntoOurFiles() {
    String attack =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><IE3N03"
            + " xmlns='urn:wco:datamodel:eu:ics2:2'>&x;</IE3N03>";
    assertThatThrownBy(() -> read(attack))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void aFilingIsNoNotification() {
    assertThatThrownBy(() -> read(Files.readString(Path.of("connectors/ics2/samples/IE3F24.xml"))))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("IE3F24");
  }

  @Test
  void aWrongElementIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("<IE3N03 xmlns='urn:wco:datamodel:eu:ics2:2'>\n<Mrn/></IE3N03>"))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("line 2")
        .hasMessageContaining("Mrn");
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      reader.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private EntrySummaryAnswer read(String message) throws Unreadable {
    return (EntrySummaryAnswer)
        reader.read(message.getBytes(StandardCharsets.UTF_8)).arrivals().get(0).content();
  }
}
