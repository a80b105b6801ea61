package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaybillFilingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final WaybillFiling FILED =
      WaybillFiling.filed("CN2611220001", 1, "guid", "hash", NOON);

  @Test
  void aReturnedListKeepsWhatCustomsSaid() {
    WaybillReceipt stored =
        new WaybillReceipt(FILED.copNo(), "PRE", 120, NOON.plusSeconds(1), "stored");
    WaybillReceipt returned =
        new WaybillReceipt(FILED.copNo(), "PRE", 100, NOON.plusSeconds(2), "no such flight");

    assertThat(FILED.hear(stored).hear(returned))
        .isEqualTo(FILED.hear(returned).hear(stored).hear(returned));
    assertThat(FILED.hear(returned).state()).isEqualTo(ExportState.RETURNED);
    assertThat(FILED.hear(returned).reason()).isEqualTo("no such flight");
  }
}
