package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaybillFilingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final WaybillFiling FILED =
      WaybillFiling.filed(FlightNotice.CEB607, "CN2611220001", 1, "guid", "hash", NOON);

  @Test
  void aReturnedListKeepsWhatCustomsSaid() {
    WaybillReceipt stored =
        new WaybillReceipt(FILED.copNo(), "PRE", 120, NOON.plusSeconds(1), "stored");
    WaybillReceipt returned =
        new WaybillReceipt(FILED.copNo(), "PRE", 100, NOON.plusSeconds(2), "no such flight");

    WaybillFiling inOrder = hear(hear(FILED, stored), returned);
    assertThat(inOrder).isEqualTo(hear(hear(hear(FILED, returned), stored), returned));
    assertThat(inOrder.state()).isEqualTo(ExportState.RETURNED);
    assertThat(inOrder.reason()).isEqualTo("no such flight");
  }

  private static WaybillFiling hear(WaybillFiling filing, WaybillReceipt receipt) {
    return filing.hear(
        receipt, receipt.status() == 120 ? ExportState.STORED : ExportState.RETURNED);
  }
}
