package eu.perron.operations;

import eu.perron.exchange.DeadLetters;
import eu.perron.exchange.Nodes;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerStates;
import eu.perron.exchange.PartnerStates.Health;
import eu.perron.exchange.PartnerStates.State;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.exchange.PartnerSwitch.Down;
import eu.perron.exchange.Traffic;
import eu.perron.exchange.Traffic.PartnerTraffic;
import eu.perron.exchange.Unmatched;
import eu.perron.flow.Incidents;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an operator looks at in the morning. */
@Controller
class OperationsPage {
  private static final int MOST = 100;
  private final Traffic traffic;
  private final PartnerStates states;
  private final Nodes nodes;
  private final PartnerSwitch switches;
  private final DeadLetters deadLetters;
  private final Unmatched unmatched;
  private final Incidents incidents;
  private final Discards discards;
  private final Acts acts;
  private final ArchivePanel archive;

  OperationsPage(
      Traffic traffic,
      PartnerStates states,
      Nodes nodes,
      PartnerSwitch switches,
      DeadLetters deadLetters,
      Unmatched unmatched,
      Incidents incidents,
      Discards discards,
      Acts acts,
      ArchivePanel archive) {
    this.traffic = traffic;
    this.states = states;
    this.nodes = nodes;
    this.switches = switches;
    this.deadLetters = deadLetters;
    this.unmatched = unmatched;
    this.incidents = incidents;
    this.discards = discards;
    this.acts = acts;
    this.archive = archive;
  }

  /**
   * @param level late: it is ill, declared down or something stuck; soon: it is being tried; ok:
   *     well; null: never used
   * @param down who declared it down, and why; null if nobody did
   */
  record PartnerLine(PartnerTraffic traffic, State state, String level, Down down) {}

  @GetMapping("/operations")
  String operations(Model model) {
    model.addAttribute("partners", partners());
    model.addAttribute("nodes", nodes.all());
    model.addAttribute("known", Partner.values());
    model.addAttribute("letters", deadLetters.newest(MOST));
    model.addAttribute("letterCount", deadLetters.count());
    List<Unmatched.LostArrival> arrivals = unmatched.newest(MOST);
    model.addAttribute("arrivals", arrivals);
    model.addAttribute("archivedOf", archive.archivedAmong(arrivals));
    model.addAttribute("stock", archive.stock());
    model.addAttribute("arrivalCount", unmatched.count());
    model.addAttribute("incidents", incidents.newest(MOST));
    model.addAttribute("incidentCount", incidents.count());
    model.addAttribute("discards", discards.newest(20));
    model.addAttribute("acts", acts.newest(20));
    model.addAttribute("most", MOST);
    return "operations/operations";
  }

  private List<PartnerLine> partners() {
    Map<Partner, Down> down = switches.down();
    Map<Partner, State> now = states.now();
    return traffic.now().stream()
        .map(one -> line(one, now.get(one.partner()), down.get(one.partner())))
        .sorted(Comparator.comparing(line -> line.traffic().silent() && line.down() == null))
        .toList();
  }

  private static PartnerLine line(PartnerTraffic traffic, State state, Down down) {
    String level =
        down != null || state.health() == Health.ILL || traffic.parked() > 0
            ? "late"
            : state.health() == Health.TRIED || traffic.lost() > 0
                ? "soon"
                : traffic.silent() ? null : "ok";
    return new PartnerLine(traffic, state, level, down);
  }
}
