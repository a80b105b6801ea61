package eu.perron.connectors.airline;

import static eu.perron.connectors.airline.Papers.sample;
import static eu.perron.connectors.airline.Papers.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.WaybillReader.Waybill;
import eu.perron.freight.MasterWaybill.LotMark;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WaybillComposerTest {
  private static final LotMark MISSING = new LotMark("P26000000017", 1, "AIRMSCA");

  @Test
  void itIsWrittenAsTheSampleShows() throws Exception {
    assertThat(text(WaybillComposer.write(waybill(1, MISSING)))).isEqualTo(text(sample("fwb.txt")));
  }

  @Test
  void everyLineFitsATeletypeAndEndsWithCrLf() {
    String message = text(WaybillComposer.write(waybill(1, MISSING)));
    assertThat(message).endsWith("\r\n");
    assertThat(message.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(message.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(69).matches("[A-Z0-9 ./-]+"));
  }

  @Test
  void anAirlineReadsWhatWeWrote() throws Unreadable {
    Waybill read =
        WaybillReader.read(
            WaybillComposer.write(waybill(2, MISSING, new LotMark("P26000000017", 1, "X7"))));
    assertThat(read.awb()).isEqualTo("756-41000002");
    assertThat(read.flight()).isEqualTo("3V0901");
    assertThat(read.flightDate()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(read.quantity().pieces()).isEqualTo(3);
    assertThat(read.attempt()).isEqualTo(2);
    assertThat(read.marks()).containsExactly(MISSING, new LotMark("P26000000017", 1, "X7"));
  }

  @Test
  void theChargesAddUp() {
    assertThat(text(WaybillComposer.write(waybill(1))))
        .contains("/W2.5/R4.2/T10.50\r\n", "PPD/WT10.50\r\n/CT10.50\r\n");
  }

  @Test
  void aRealWaybillIsReadToo() throws Unreadable {
    String real =
        String.join(
            "\n",
            "FWB/16",
            "157-41510976DACFRA/T108K1599MC7.957",
            "FLT/QR639/04",
            "RTG/DOHQR/FRAQR",
            "SHP",
            "/A SHIPPER",
            "CNE",
            "/A CONSIGNEE",
            "CVD/USD//PP/NVD/NCV/XXX",
            "RTD/1/P108/K1599/CQ/S2199/W1599/R4.2/T6715.8",
            "/NC/CONSOL OF GARMENTS",
            "PPD/WT6715.8",
            "/CT7028.89",
            "ISU/03JUN26/DHAKA/AGENT",
            "REF/DACFFQR");
    Waybill read = WaybillReader.read(real.getBytes(StandardCharsets.US_ASCII));
    assertThat(read.flight()).isEqualTo("QR0639");
    assertThat(read.flightDate()).isEqualTo(LocalDate.of(2026, 6, 4));
    assertThat(read.attempt()).isEqualTo(1);
  }

  @Test
  void aWaybillWithAWrongCheckDigitIsNoWaybill() {
    byte[] wrong =
        text(WaybillComposer.write(waybill(1)))
            .replace("756-41000002", "756-41000001")
            .getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> WaybillReader.read(wrong))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("line 4");
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.US_ASCII);
  }
}
