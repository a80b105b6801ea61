package eu.perron.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void textIsShownAsTextEvenIfCutWithinACharacter() {
    byte[] text = "FWB/16 Liège".getBytes(StandardCharsets.UTF_8);
    assertThat(Shown.readable(text)).isEqualTo("FWB/16 Liège");
    assertThat(Shown.readable(java.util.Arrays.copyOf(text, 10))).isEqualTo("FWB/16 Li");
  }

  @Test
  void whatIsNoTextIsShownInHexadecimal() {
    assertThat(Shown.readable(new byte[] {(byte) 0xff, 0, (byte) 0xfe})).isEqualTo("ff 00 fe");
    assertThat(Shown.readable(new byte[] {65, 0, 66})).isEqualTo("41 00 42");
  }

  @Test
  void nothingIsShownAsNothing() {
    assertThat(Shown.readable(new byte[0])).isEmpty();
  }
}
