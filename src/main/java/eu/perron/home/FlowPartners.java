package eu.perron.home;

import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerStates;
import eu.perron.exchange.PartnerStates.Health;
import eu.perron.exchange.PartnerStates.State;
import eu.perron.flow.Models;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** On the diagrams: how the partner is that a step waits for, and how much waits before it. */
@RestController
class FlowPartners {
  private static final Duration MOMENT = Duration.ofMillis(1800);
  private final PartnerStates states;
  private final Models models;
  private final Lately<Map<Partner, State>> now;
  private final Map<String, Lately<Map<String, Set<String>>>> waits = new ConcurrentHashMap<>();
  private final Clock clock;

  FlowPartners(PartnerStates states, Models models, Clock clock) {
    this.states = states;
    this.models = models;
    this.clock = clock;
    this.now = new Lately<>(clock, MOMENT, this.states::now);
  }

  record Ahead(String partner, Health health, long queued) {}

  /** Beside a call activity only those stand that are not well: what is inside shows the others. */
  @GetMapping("/flow/{process}/partners")
  ResponseEntity<Map<String, List<Ahead>>> partners(@PathVariable String process) {
    if (!waits.containsKey(process) && models.find(Models.Kind.PROCESS, process, null).isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Map<Partner, State> all = now.get();
    Set<String> calls = models.calls(process).keySet();
    Map<String, List<Ahead>> ahead = new LinkedHashMap<>();
    waits
        .computeIfAbsent(process, key -> new Lately<>(clock, MOMENT, () -> models.partners(key)))
        .get()
        .forEach(
            (activity, partners) -> {
              List<Ahead> here =
                  partners.stream()
                      .map(Partner::named)
                      .flatMap(Optional::stream)
                      .map(all::get)
                      .filter(one -> !calls.contains(activity) || one.health() != Health.WELL)
                      .map(one -> new Ahead(one.partner().id(), one.health(), one.queued()))
                      .toList();
              if (!here.isEmpty()) {
                ahead.put(activity, here);
              }
            });
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ahead);
  }
}
