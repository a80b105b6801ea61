package eu.perron.connectors.airline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.freight.AirlineAcknowledgement;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AcknowledgementReaderTest {
  private final AcknowledgementReader reader = new AcknowledgementReader();

  @Test
  void aRefusalNamesTheWaybillAndTheHandOverItCopies() throws Unreadable {
    AirlineAcknowledgement refusal =
        read(Acknowledgements.refused("FLIGHT CLOSED", WaybillComposer.write(Papers.waybill(3))));
    assertThat(refusal)
        .isEqualTo(
            new AirlineAcknowledgement(
                false, "FWB", "756-41000002", "C26000001-3", "FLIGHT CLOSED"));
  }

  @Test
  void anAcceptanceIsOne() throws Unreadable {
    AirlineAcknowledgement accepted =
        read(
            Acknowledgements.taken(
                "LIST ACCEPTED",
                HouseManifestComposer.write(
                    Papers.manifest(Papers.house("P26000000017", 3, "2.5", "toys", null)))));
    assertThat(accepted)
        .isEqualTo(new AirlineAcknowledgement(true, "FHL", "756-41000002", null, "LIST ACCEPTED"));
  }

  @Test
  void aLongReasonIsJoinedAgain() throws Unreadable {
    String reason =
        "THE FLIGHT IS CLOSED AND ALL FLIGHTS OF THIS WEEK ARE FULL SO CHOOSE ONE OF THE NEXT WEEK PLEASE";
    assertThat(
            read(Acknowledgements.refused(reason, WaybillComposer.write(Papers.waybill(1)))).text())
        .isEqualTo(reason);
  }

  @Test
  void theSampleIsRead() throws Exception {
    assertThat(read(Papers.sample("fna.txt")).taken()).isFalse();
  }

  @Test
  void whatCopiesNothingAnswersNothing() {
    assertThatThrownBy(() -> read("FNA/1\r\nERR/NO\r\n".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(Unreadable.class);
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      reader.read(("FNA/1\n" + text).getBytes(StandardCharsets.UTF_8));
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private AirlineAcknowledgement read(byte[] message) throws Unreadable {
    return (AirlineAcknowledgement) reader.read(message).arrivals().get(0).content();
  }
}
