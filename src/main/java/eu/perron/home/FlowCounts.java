package eu.perron.home;

import eu.perron.flow.Models;
import eu.perron.flow.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The numbers on the diagrams, asked for every other second by everybody who looks. */
@RestController
class FlowCounts {
  private static final Duration MOMENT = Duration.ofMillis(900);
  private final Standing standing;
  private final Models models;
  private final Clock clock;
  private final Map<String, Lately<Map<String, Standing.Count>>> counts = new ConcurrentHashMap<>();

  FlowCounts(Standing standing, Models models, Clock clock) {
    this.standing = standing;
    this.models = models;
    this.clock = clock;
  }

  @GetMapping("/flow/{process}/counts")
  ResponseEntity<Map<String, Standing.Count>> counts(@PathVariable String process) {
    if (!counts.containsKey(process) && models.find(Models.Kind.PROCESS, process, null).isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            counts
                .computeIfAbsent(
                    process,
                    key ->
                        new Lately<>(clock, MOMENT, () -> standing.counts(key, models.calls(key))))
                .get());
  }
}
