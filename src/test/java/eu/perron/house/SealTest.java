package eu.perron.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  @TempDir Path data;

  @Test
  void whatWasSealedOpensAgainAndShowsNothing() {
    Seal seal = with("first");
    byte[] sealed = seal.close("A. Peeters, Korenmarkt 1");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Peeters");
    assertThat(seal.openText(sealed)).isEqualTo("A. Peeters, Korenmarkt 1");
    assertThat(seal.close("A. Peeters, Korenmarkt 1")).isNotEqualTo(sealed);
  }

  @Test
  void aNewKeyReadsWhatTheOldOneSealed() {
    byte[] sealed = with("old").close("Peeters");
    assertThat(with("new, old").openText(sealed)).isEqualTo("Peeters");
    assertThatThrownBy(() -> with("new").open(sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PERRON_SEAL_KEYS");
  }

  @Test
  void aChangedByteIsNoticed() {
    byte[] sealed = with("first").close("EUR 10.00");
    sealed[sealed.length - 20] ^= 1;
    assertThatThrownBy(() -> with("first").open(sealed)).hasMessageContaining("was changed");
  }

  @Test
  void whatWasNeverSealedIsGivenBack() {
    assertThat(with("first").openText("<IE415/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("<IE415/>");
    assertThat(with("first").open(null)).isNull();
  }

  @Test
  void withoutAGivenKeyOneIsInventedAndKept() {
    byte[] sealed = with("").close("Peeters");
    assertThat(Files.exists(data.resolve("keys/seal"))).isTrue();
    assertThat(with("").openText(sealed)).isEqualTo("Peeters");
  }

  @Test
  void theSameWordHasTheSameToken() {
    assertThat(with("first").token("peeters")).isEqualTo(with("first").token("peeters"));
    assertThat(with("first").token("peeters")).isNotEqualTo(with("second").token("peeters"));
  }

  private Seal with(String keys) {
    return new Seal(new PerronSettings(data, null, null, null, null, null), keys);
  }
}
