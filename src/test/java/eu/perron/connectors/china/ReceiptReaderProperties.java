package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.connectors.MessageReader.Reading;
import eu.perron.connectors.Unreadable;
import java.io.ByteArrayOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReceiptReaderProperties {
  private static final byte[] SAMPLE = CebMessages.sample("CEB604.xml");
  private final ExportReceiptReader reader = new ExportReceiptReader();

  @Property(tries = 2000)
  void mutatedReceiptsAreReadOrUnreadableAndNothingElse(
      @ForAll @IntRange(min = 0, max = 5000) int at,
      @ForAll @IntRange(min = 0, max = 60) int cut,
      @ForAll @Size(max = 12) byte[] inserted) {
    int from = Math.min(at, SAMPLE.length);
    int to = Math.min(from + cut, SAMPLE.length);
    ByteArrayOutputStream mutated = new ByteArrayOutputStream();
    mutated.write(SAMPLE, 0, from);
    mutated.writeBytes(inserted);
    mutated.write(SAMPLE, to, SAMPLE.length - to);
    isReadOrUnreadable(mutated.toByteArray());
  }

  @Property(tries = 500)
  void arbitraryBytesAreUnreadable(@ForAll byte[] bytes) {
    isReadOrUnreadable(bytes);
  }

  @Property(tries = 500)
  void arbitraryTextsInAnElementAreReadOrUnreadable(@ForAll String text) {
    String sample = new String(SAMPLE, java.nio.charset.StandardCharsets.UTF_8);
    isReadOrUnreadable(
        sample
            .replace(">120<", ">" + text + "<")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void isReadOrUnreadable(byte[] body) {
    try {
      Reading reading = reader.read(body);
      assertThat(reading.arrivals()).isNotEmpty();
      assertThat(reading.key()).isNotBlank();
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
