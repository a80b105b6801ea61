package eu.perron.studio;

import eu.perron.flow.Element;
import eu.perron.flow.Models;
import eu.perron.flow.Models.Kind;
import eu.perron.flow.Models.Version;
import eu.perron.house.PublicAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a process owner sees: every process and decision, its versions, and what was refused. */
@Controller
class StudioPage {
  private final Models models;
  private final ElementTemplates templates;
  private final PublicAddress address;

  StudioPage(Models models, ElementTemplates templates, PublicAddress address) {
    this.models = models;
    this.templates = templates;
    this.address = address;
  }

  @GetMapping("/studio")
  String studio(Model model) {
    model.addAttribute("refusals", models.refusals());
    model.addAttribute("processes", models.newest(Kind.PROCESS));
    model.addAttribute("decisions", models.newest(Kind.DECISION));
    ElementTemplates.Palette palette = templates.read();
    model.addAttribute("palette", palette);
    model.addAttribute("paletteUrl", address.value() + "/element-templates.json");
    return "studio/studio";
  }

  @GetMapping("/studio/processes/{key}")
  String process(
      @PathVariable String key, @RequestParam(required = false) Integer version, Model model) {
    Version shown = shown(Kind.PROCESS, key, version, model);
    List<Element> elements = models.elements(shown);
    model.addAttribute("called", called(models.calls(elements)));
    model.addAttribute("calls", models.calls(elements));
    model.addAttribute("callers", of(elements, "callActivity"));
    model.addAttribute("waits", of(elements, "receiveTask"));
    model.addAttribute("tasks", of(elements, "userTask"));
    model.addAttribute("steps", of(elements, "serviceTask"));
    model.addAttribute("rules", of(elements, "businessRuleTask"));
    model.addAttribute("ends", of(elements, "endEvent"));
    return "studio/process";
  }

  @GetMapping("/studio/decisions/{key}")
  String decision(
      @PathVariable String key, @RequestParam(required = false) Integer version, Model model) {
    shown(Kind.DECISION, key, version, model);
    model.addAttribute("users", users(key));
    return "studio/decision";
  }

  private Version shown(Kind kind, String key, Integer version, Model model) {
    List<Version> versions = models.versions(kind, key);
    Version shown =
        versions.stream()
            .filter(one -> version == null || one.version() == version)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("versions", versions);
    model.addAttribute("shown", shown);
    model.addAttribute("newest", versions.get(0));
    model.addAttribute(
        "refusals",
        models.refusals().stream().filter(refusal -> refusal.file().equals(shown.file())).toList());
    return shown;
  }

  /** Which processes ask this decision. */
  private List<Version> users(String decision) {
    return models.newest(Kind.PROCESS).stream()
        .filter(
            process ->
                models.elements(process).stream().anyMatch(one -> decision.equals(one.decision())))
        .toList();
  }

  private static List<Element> of(List<Element> elements, String type) {
    return elements.stream().filter(element -> element.type().equals(type)).toList();
  }

  /** For the diagram's way down: the first of those an expression may choose. */
  private static String called(Map<String, List<String>> calls) {
    return calls.entrySet().stream()
        .filter(call -> !call.getValue().isEmpty())
        .map(call -> call.getKey() + "=" + call.getValue().get(0))
        .collect(Collectors.joining(" "));
  }
}
