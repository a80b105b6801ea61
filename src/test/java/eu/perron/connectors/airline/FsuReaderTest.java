package eu.perron.connectors.airline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.connectors.MessageReader.Answer;
import eu.perron.connectors.MessageReader.Reading;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.freight.FlightStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FsuReaderTest {
  private final FsuReader reader = new FsuReader();

  @Test
  void theLiveLineOfAForwardedPartIsRead() throws Unreadable {
    FlightStatus status =
        only(
            "FSU/14",
            "157-53806270HKGNLU/P2K505.0T10",
            "FIW/QR8403/20JUN1039/DOH/P2K505.0/S0720/A1008");
    assertThat(status.awb()).isEqualTo("157-53806270");
    assertThat(status.flight()).isEqualTo("QR8403");
    assertThat(status.date()).isEqualTo("20JUN");
    assertThat(status.time()).isEqualTo("1039");
    assertThat(status.station()).isEqualTo("DOH");
    assertThat(status.quantity()).isEqualTo("P");
    assertThat(status.pieces()).isEqualTo(2);
    assertThat(status.weightKg()).isEqualByComparingTo("505.0");
    assertThat(status.departed()).isEqualTo("S0720");
    assertThat(status.arrived()).isEqualTo("A1008");
  }

  @Test
  void aDepartureNamesBothAirports() throws Unreadable {
    FlightStatus status =
        only("FSU/14", "157-53806270HGHLGG/T41", "DEP/QR8403/22NOV/HGHLGG/T41K509.0/A0015-N/E0620");
    assertThat(status.station()).isEqualTo("HGH");
    assertThat(status.toStation()).isEqualTo("LGG");
    assertThat(status.departed()).isEqualTo("A0015-N");
    assertThat(status.arrived()).isEqualTo("E0620");
  }

  @Test
  void aDiscrepancyNamesItsHouses() throws Unreadable {
    FlightStatus status =
        only(
            "FSU/14",
            "157-53806270HGHLGG/T41",
            "DIS/QR8403/22NOV1431/LGG/MSCA/P2T41",
            "OCI//HWB/I/P26000000017",
            "//HWB/I/P26000000025",
            "///ST/SEARCHED TWICE");
    assertThat(status.discrepancy()).isEqualTo("MSCA");
    assertThat(status.pieces()).isEqualTo(2);
    assertThat(status.houses()).containsExactly("P26000000017", "P26000000025");
  }

  @Test
  void severalStatusesFollowOneWaybill() throws Unreadable {
    List<Arrival> arrivals =
        read(
                "FSU/14",
                "157-53806270HGHLGG/T41",
                "RCS/22NOV1420/HGH/T41K509.0/A SHIPPER",
                "/MC2.90",
                "MAN/QR8403/22NOV/HGHLGG/T41K509.0",
                "157-41266466HGHLGG/T2",
                "BKD/QR8403/22NOV/HGHLGG/T2K11/S2230/S0410-N")
            .arrivals();
    assertThat(arrivals)
        .extracting(Arrival::about)
        .containsExactly("157-53806270", "157-53806270", "157-41266466");
  }

  @Test
  void anEnvelopeAndASubjectLineAreNotTheMessage() throws Unreadable {
    FlightStatus status =
        only(
            "\u0001FSU STATUS OF YOUR SHIPMENT",
            "QD SIN05XH",
            ".HDQFMQR 200739",
            "\u0002FSU/14",
            "157-53806270HKGLGG/T10  ",
            "NFD/20JUN1039/LGG/T10/PERRON\u0003");
    assertThat(status.code()).isEqualTo("NFD");
    assertThat(status.station()).isEqualTo("LGG");
  }

  @Test
  void whatLiveTrafficGetsWrongIsTolerated() throws Unreadable {
    assertThat(only("FSU/14", "157-53806270HGHLGG/T10", "RCS/20JUN1039/HKG").pieces())
        .isEqualTo(10);
    assertThat(only("FSU/14", "157-53806270", "RCS/20JUN1039/HKG").quantity()).isNull();
    assertThat(only("FSU/14", "157-53806270HGHLGG/T10", "DEP/QR/0843/20JUN/HGHLGG/T10").flight())
        .isEqualTo("QR0843");
    assertThat(only("FSU/14", "15753806270HGHLGG/T10", "ARR//QR843//20JUN1039/LGG/T10").flight())
        .isEqualTo("QR0843");
  }

  @Test
  void aCodeNobodyKnowsIsKeptAsItIs() throws Unreadable {
    FlightStatus status = only("FSU/14", "157-53806270HGHLGG/T10", "ZZZ/99XYZ/WHATEVER");
    assertThat(status.code()).isEqualTo("ZZZ");
    assertThat(status.raw()).isEqualTo("ZZZ/99XYZ/WHATEVER");
  }

  @Test
  void theSameStatusInAnotherMessageHasTheSameKey() throws Unreadable {
    Reading first =
        read(
            "QD SIN05XH",
            ".HDQFMQR 200739",
            "FSU/14",
            "157-53806270HKGLGG/T10",
            "NFD/20JUN1039/LGG/T10");
    Reading second = read("FSU/14", "157-53806270HKGLGG/T10", "NFD/20JUN1039/LGG/T10");
    assertThat(first.key()).isNotEqualTo(second.key());
    assertThat(first.arrivals().get(0).key()).isEqualTo(second.arrivals().get(0).key());
  }

  @Test
  void aWrongCheckDigitIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("FSU/14", "157-53806271HKGLGG/T10", "NFD/20JUN1039/LGG/T10"))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("line 2");
  }

  @Test
  void aDayThatIsNoneComesBackInAnFna() {
    Unreadable problem =
        catchThrowableOfType(
            Unreadable.class,
            () -> read("FSU/14", "157-53806270HKGLGG/T10", "RCF/QR8403/32NOV1039/LGG/T10"));
    Answer answer = reader.refused(problem);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "FNA/1\r\nERR/LINE 3 32NOV IS NO DAY OF THE YEAR\r\nRCF/QR8403/32NOV1039/LGG/T10");
  }

  @Test
  void aMessageWithoutStatusIsNone() {
    assertThatThrownBy(() -> read("FSU/14", "157-53806270HKGLGG/T10"))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> read("HELLO")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> reader.read(new byte[0])).isInstanceOf(Unreadable.class);
  }

  @Test
  void everySampleIsRead() throws Exception {
    for (String sample :
        List.of(
            "fsu-bkd.txt", "fsu-dep.txt", "fsu-dis-ofld.txt", "fsu-dis-msca.txt", "fsu-rcf.txt")) {
      assertThat(reader.read(Papers.sample(sample)).arrivals()).as(sample).isNotEmpty();
    }
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll("texts") String text) {
    try {
      assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).arrivals()).isNotEmpty();
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).isNotBlank();
      assertThat(reader.refused(refused).body()).startsWith("FNA/1");
    }
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    try {
      reader.read(bytes);
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /** Messages that are nearly right find more than noise does. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> token =
        Arbitraries.of(
            "FSU/14",
            "157-53806270",
            "HKGLGG",
            "/T10",
            "/P2K505.0T10",
            "RCS",
            "DIS",
            "DEP",
            "RCF",
            "OCI",
            "/",
            "//",
            "20JUN1039",
            "31FEB",
            "29FEB",
            "99ZZZ9999",
            "A2359-N",
            "MSCA",
            "QR8403",
            "QR",
            "0843",
            "HWB/I/X",
            "LGG",
            "\r\n",
            "\n",
            "\u0000",
            " ",
            "\u624b");
    return Arbitraries.oneOf(
        token
            .list()
            .ofMaxSize(40)
            .map(parts -> "FSU/14\n157-53806270HKGLGG\n" + String.join("", parts)),
        token.list().ofMaxSize(40).map(parts -> String.join("", parts)),
        Arbitraries.strings().ofMaxLength(200));
  }

  private Reading read(String... lines) throws Unreadable {
    return reader.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private FlightStatus only(String... lines) throws Unreadable {
    List<Arrival> arrivals = read(lines).arrivals();
    assertThat(arrivals).hasSize(1);
    return (FlightStatus) arrivals.get(0).content();
  }
}
