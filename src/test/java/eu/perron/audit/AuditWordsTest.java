package eu.perron.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "_fr", "_nl", "_de", "_zh"})
  void everyActAndEveryKindHasAWordInEveryLanguage(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            getClass().getResourceAsStream("/i18n/audit" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    assertThat(words.stringPropertyNames())
        .containsAll(Arrays.stream(Act.values()).map(act -> "audit.act." + act).toList())
        .containsAll(Arrays.stream(Act.Kind.values()).map(kind -> "audit.kind." + kind).toList());
  }
}
