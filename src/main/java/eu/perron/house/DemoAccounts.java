package eu.perron.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One account of each kind, so that a first visitor can try everything. */
@Component
@Order(10)
class DemoAccounts implements ApplicationRunner, Greeting {
  static final Set<String> DESKS =
      Set.of(
          "compliance-desk",
          "export-desk",
          "flight-desk",
          "customs-desk",
          "delivery-desk",
          "returns-desk");

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("owner", "Process owner", Set.of("OWNER"), Set.of(), null),
          new Account("clerk", "Clerk of every desk", Set.of("CLERK"), DESKS, null),
          new Account("operator", "Operator", Set.of("OPERATOR"), Set.of(), null),
          new Account("auditor", "Auditor", Set.of("AUDITOR"), Set.of(), null),
          new Account("hub", "Hub in Liège", Set.of("HUB"), Set.of(), null),
          new Account("seller", "Demo seller", Set.of("SELLER"), Set.of(), "demo"));

  private final Accounts accounts;
  private final PerronSettings settings;
  private final List<Line> lines = new ArrayList<>();

  DemoAccounts(Accounts accounts, PerronSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    String fixed = settings.demo().password();
    if (!settings.demoAccounts()) {
      return;
    }
    if (fixed != null && !fixed.isBlank()) {
      accounts.share(ACCOUNTS, fixed);
      ACCOUNTS.forEach(account -> lines.add(new Line(account.username(), "PERRON_DEMO_PASSWORD")));
    } else {
      ACCOUNTS.forEach(account -> lines.add(new Line(account.username(), passwordOf(account))));
    }
  }

  private String passwordOf(Account account) {
    String password = Invented.secret(12);
    return !accounts.exists(account.username()) && accounts.open(account, password)
        ? password
        : "password as before";
  }

  @Override
  public List<Line> lines() {
    return lines;
  }
}
