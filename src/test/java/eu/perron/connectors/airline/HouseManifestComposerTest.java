package eu.perron.connectors.airline;

import static eu.perron.connectors.airline.Papers.house;
import static eu.perron.connectors.airline.Papers.manifest;
import static eu.perron.connectors.airline.Papers.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.HouseManifestReader.Manifest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HouseManifestComposerTest {
  private static final String LONG =
      "men's cotton T-shirt, knitted, black, with a print of the old market fountain on it; lot AIRMSCA";

  @Test
  void itIsWrittenAsTheSampleShows() throws Exception {
    assertThat(
            text(
                HouseManifestComposer.write(
                    manifest(
                        house("P26000000017", 1, "0.7", LONG, "26BEENSP0000017TT4"),
                        house("P26000000025", 2, "1.8", "\u624b\u8868", null)))))
        .isEqualTo(text(sample("fhl.txt")));
  }

  @Test
  void everyLineFitsATeletype() {
    assertThat(
            text(HouseManifestComposer.write(
                    manifest(house("P26000000017", 3, "2.5", LONG.repeat(20), null))))
                .lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(69).matches("[A-Z0-9 ./-]+"));
  }

  @Test
  void theTextIsWholeAgainWhenItsLinesAreJoined() throws Unreadable {
    Manifest read =
        HouseManifestReader.read(
            HouseManifestComposer.write(
                manifest(house("P26000000017", 3, "2.5", LONG, "26BEENSP0000017TT4"))));
    assertThat(read.houses())
        .singleElement()
        .satisfies(
            house -> {
              assertThat(house.goods()).isEqualTo(ImpText.clean(LONG)).endsWith("LOT AIRMSCA");
              assertThat(house.pieces()).isEqualTo(3);
            });
  }

  @Test
  void housesThatDoNotAddUpAreNoList() {
    byte[] wrong =
        HouseManifestComposer.write(manifest(house("P26000000017", 2, "2.5", "toys", null)));
    assertThatThrownBy(() -> HouseManifestReader.read(wrong))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("add up to 2 pieces");
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.US_ASCII);
  }
}
