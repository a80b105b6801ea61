package eu.perron.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.Test;

class MessageReadersTest {
  @Test
  void aReaderThatStumblesRefusesTheMessage() {
    assertThatThrownBy(() -> MessageReaders.readWhatever(reader(() -> null), new byte[0]))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("NullPointerException");
    assertThatThrownBy(
            () ->
                MessageReaders.readWhatever(
                    reader(
                        () -> {
                          throw new StackOverflowError();
                        }),
                    new byte[0]))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void anIdentityThatItsColumnWouldCutIsRefused() {
    assertThatThrownBy(() -> MessageReaders.read(reader(() -> told("k".repeat(191), "a")), null))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("190 characters");
    assertThatThrownBy(() -> MessageReaders.read(reader(() -> told("k", "a".repeat(121))), null))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> MessageReaders.read(reader(() -> told("k", "a\uD800")), null))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> MessageReaders.read(reader(() -> told("k", null)), null))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aRefusalIsShortAndPrintable() {
    assertThat(new Unreadable("line 1", "a\u0000\n\uD800" + "b".repeat(5000)).getMessage())
        .startsWith("line 1: a???b")
        .hasSize(600);
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    byte[] large = new byte[17 * 1024 * 1024];
    ShortAnswer answer =
        new ShortAnswer(
            new InputStreamEntity(new ByteArrayInputStream(large), ContentType.TEXT_PLAIN));

    assertThatThrownBy(() -> answer.getContent().readAllBytes())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("16 MB");
  }

  private static MessageReader.Reading told(String key, String about) {
    return new MessageReader.Reading(key, List.of(new Arrival("kind", "key", about, "content")));
  }

  private interface Read {
    MessageReader.Reading read() throws Unreadable;
  }

  private static MessageReader reader(Read read) {
    return new MessageReader() {
      @Override
      public Partner partner() {
        return Partner.BPOST;
      }

      @Override
      public String operation() {
        return "nonsense";
      }

      @Override
      public Reading read(byte[] body) throws Unreadable {
        return read.read();
      }
    };
  }
}
