package eu.perron.connectors.belgium;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The local reference numbers that the simulated office has seen, the youngest of them. */
final class LrnsUsed {
  private static final int REMEMBERED = 50_000;

  private final Map<String, String> contents =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** Whether another declaration has it; else it is this one's from now on. */
  boolean byAnother(String lrn, IdmsMessage declaration) {
    String content =
        OfficePractice.hash(declaration.texts().toString().getBytes(StandardCharsets.UTF_8));
    String former = contents.putIfAbsent(lrn, content);
    return former != null && !former.equals(content);
  }
}
