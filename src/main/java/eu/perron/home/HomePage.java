package eu.perron.home;

import eu.perron.flow.Models;
import eu.perron.house.PerronSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page anybody sees: the flow, alive. */
@Controller
class HomePage {
  private static final String FULFILMENT = "fulfilment";
  private final Figures figures;
  private final Models models;
  private final DemoOrders demo;
  private final PerronSettings settings;

  HomePage(Figures figures, Models models, DemoOrders demo, PerronSettings settings) {
    this.figures = figures;
    this.models = models;
    this.demo = demo;
    this.settings = settings;
  }

  @GetMapping("/")
  String home(@RequestParam(defaultValue = "") String batch, Model model) {
    model.addAttribute("figures", figures.now());
    model.addAttribute("deployed", models.find(Models.Kind.PROCESS, FULFILMENT, null).isPresent());
    model.addAttribute(
        "flights", models.find(Models.Kind.PROCESS, "consignment", null).isPresent());
    model.addAttribute("called", called(models.calls(FULFILMENT)));
    model.addAttribute("demo", settings.demoAccounts());
    if (settings.demoAccounts()) {
      demo.progress(batch).ifPresent(progress -> model.addAttribute("progress", progress));
    }
    return "home/home";
  }

  @GetMapping("/home/figures")
  String figures(Model model) {
    model.addAttribute("figures", figures.now());
    return "home/home :: figures";
  }

  private static String called(Map<String, List<String>> calls) {
    return calls.entrySet().stream()
        .filter(call -> !call.getValue().isEmpty())
        .map(call -> call.getKey() + "=" + call.getValue().get(0))
        .collect(Collectors.joining(" "));
  }
}
