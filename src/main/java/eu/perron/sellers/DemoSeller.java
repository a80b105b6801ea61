package eu.perron.sellers;

import eu.perron.house.Greeting;
import eu.perron.house.PerronSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The seller of the demonstration, with one key. */
@Component
@Order(20)
class DemoSeller implements ApplicationRunner, Greeting {
  static final Seller SELLER = new Seller("demo", "Hangzhou Xihu Trading Co.", "CN");
  private static final String LABEL = "demo";

  private final Sellers sellers;
  private final PerronSettings settings;
  private final List<Line> lines = new ArrayList<>();

  DemoSeller(Sellers sellers, PerronSettings settings) {
    this.sellers = sellers;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.demoAccounts()) {
      return;
    }
    sellers.admit(SELLER);
    String fixed = settings.demo().apiKey();
    if (fixed != null && !fixed.isBlank()) {
      sellers.replace(SELLER.id(), LABEL, new ApiKey(fixed.strip()));
      lines.add(new Line("API key", "PERRON_DEMO_API_KEY"));
      return;
    }
    ApiKey invented = ApiKey.invented();
    lines.add(
        sellers.give(SELLER.id(), LABEL, invented)
            ? new Line("API key", invented.value())
            : new Line("API key", sellers.prefix(SELLER.id(), LABEL) + "… as before"));
  }

  @Override
  public List<Line> lines() {
    return lines;
  }
}
