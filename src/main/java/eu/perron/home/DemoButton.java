package eu.perron.home;

import eu.perron.house.PerronSettings;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sends the sample orders, and tells how far they are. There is no such door outside the
 * demonstration.
 */
@Controller
class DemoButton {
  private final DemoOrders demo;
  private final PerronSettings settings;

  DemoButton(DemoOrders demo, PerronSettings settings) {
    this.demo = demo;
    this.settings = settings;
  }

  @PostMapping("/demo/orders")
  String send() throws IOException {
    onlyInTheDemonstration();
    return "redirect:/?batch=" + demo.send() + "#batch";
  }

  @GetMapping("/demo/orders/{batch}")
  String progress(@PathVariable String batch, Model model) {
    onlyInTheDemonstration();
    model.addAttribute(
        "progress",
        demo.progress(batch).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "home/home :: batch";
  }

  private void onlyInTheDemonstration() {
    if (!settings.demoAccounts()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
