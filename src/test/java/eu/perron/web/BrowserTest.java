package eu.perron.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people see, in a real browser: the pages at a desk's and at a phone's width, and a task done
 * by keyboard.
 */
class BrowserTest extends PerronTest {
  private static final List<String> KNOWN_PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final double PATIENCE = 60_000;
  private static Playwright playwright;
  private static Browser browser;
  private BrowserContext context;

  @BeforeAll
  static void open() {
    Optional<Path> chromium =
        Stream.concat(Stream.ofNullable(System.getenv("PERRON_CHROMIUM")), KNOWN_PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (chromium.isEmpty()) {
      System.err.println(
          "*** THE BROWSER TESTS ARE SKIPPED: no Chromium here. apt-get install -y chromium, or"
              + " name one in PERRON_CHROMIUM. ***");
      Assumptions.abort("no Chromium");
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void atADesk() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void everybodySeesTheFlowWithTheOrdersOnIt() {
    placed("gift");
    Page page = context.newPage();
    page.navigate(url("/").toString());

    assertThat(page.locator("perron-diagram[data-ready]").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    assertThat(page.locator("perron-diagram .diagram-steps li[data-activity=ReviewOrder]").first())
        .containsText(
            java.util.regex.Pattern.compile("[1-9]"),
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  @Test
  void aClerkClaimsAndCompletesByKeyboardAndTheOrderGoesOn() {
    String order = placed("table lamp with LED and linen shade, lot BEINSP");
    waitsForAClerk(order);
    Page page = as("clerk");
    page.navigate(url("/desk?q=" + order).toString());
    page.locator("main").getByText(order).first().click();
    assertThat(
            page.getByRole(
                com.microsoft.playwright.options.AriaRole.HEADING,
                new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Attend the inspection");
    assertThat(page.locator("perron-form[data-ready]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));

    page.keyboard().press("c");
    assertThat(page.getByText("Give back")).isVisible();
    assertThat(page.locator("perron-form[data-ready]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    Locator place = page.locator("perron-form input[type=text]").first();
    place.fill("Hall 3, door 12");
    place.press("Control+Enter");

    becomes(order, "DELIVERED");
  }

  @Test
  void aConsumerFollowsAParcelWithoutPersonalData() {
    String order = placed("merino wool hiking socks, one pair");
    becomes(order, "DELIVERED");
    Page page = context.newPage();
    page.navigate(url("/track/" + order).toString());

    assertThat(page.locator("main")).containsText("Your parcel was delivered");
    assertThat(page.locator("main")).not().containsText("Korenmarkt");
  }

  @Test
  void aChosenFileIsLaidOpenBeforeItIsSentAndShownBeforeItIsInForce() {
    Page page = as("operator");
    page.navigate(url("/operations/rates").toString());

    page.getByLabel("Choose the file")
        .setInputFiles(Path.of("src/test/resources/duties/rates/eurofxref-daily.xml"));

    assertThat(page.getByLabel("Name of the file")).hasValue("eurofxref-daily.xml");
    assertThat(page.getByLabel("Its content"))
        .hasValue(java.util.regex.Pattern.compile("gesmes:Envelope"));
    page.getByText("Show what it changes").click();
    assertThat(page.locator("h1")).hasText("eurofxref-daily.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "/, nobody",
    "/login, nobody",
    "/track, nobody",
    "/desk, clerk",
    "/desk/flights, clerk",
    "/desk/outage, clerk",
    "/desk/paper, clerk",
    "/studio, owner",
    "/studio/processes/fulfilment, owner",
    "/studio/decisions/may-it-travel, owner",
    "/operations, operator",
    "/operations/messages, operator",
    "/operations/messages?q=none, clerk",
    "/operations/audit, auditor",
    "/operations/rates, operator",
    "/desk/ledger, clerk",
    "/operations/sanctions, operator",
    "/operations/sanctions/1, clerk"
  })
  void pagesFitBothWidthsAndHaveNoSeriousAccessibilityFinding(String path, String who) {
    Page page = who.equals("nobody") ? context.newPage() : as(who);
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, 900);
      page.navigate(url(path).toString());
      page.waitForLoadState();
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(path + " scrolls sideways at " + width)
          .isTrue();
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .filteredOn(found -> List.of("critical", "serious").contains(found.getImpact()))
          .as(path + " at " + width)
          .isEmpty();
    }
  }

  private Page as(String account) {
    Page page = context.newPage();
    page.navigate(url("/login").toString());
    page.fill("[name=username]", account);
    page.fill("[name=password]", PASSWORD);
    page.press("[name=password]", "Enter");
    page.waitForURL(where -> !where.contains("/login"));
    return page;
  }

  private String placed(String goods) {
    Answer taken =
        post(
            "/api/v1/orders",
            "application/json",
            AnOrder.anOrder().with("/lines/0/description", goods).json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken.body().path("orderNumber").asText();
  }

  private void waitsForAClerk(String order) {
    becomes(order, "WAITING_FOR_CLERK");
  }

  private void becomes(String order, String status) {
    Awaitility.await(order + " becomes " + status)
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(get("/api/v1/orders/" + order).body().path("status").asText())
                    .isEqualTo(status));
  }
}
