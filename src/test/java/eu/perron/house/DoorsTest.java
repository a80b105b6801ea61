package eu.perron.house;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsTest extends PerronTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @Autowired private Accounts accounts;

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private Answer get(String path, String user, String password) {
    return send(asNobody(path).header("Authorization", basic(user, password)).GET());
  }

  @ParameterizedTest
  @CsvSource({
    "/connect/bpost/tracking, bpost, partner sesame, 404",
    "/connect/bpost/tracking, postnl, partner sesame, 401",
    "/connect/bpost/tracking, bpost, wrong, 401",
    "/connectors/bpost/nothing/decode, airline, partner sesame, 401"
  })
  void aPartnerOpensItsOwnDoorOnly(String path, String user, String password, int status) {
    int found = get(path, user, password).status();
    assertThat(status == 401 ? found : found == 401 ? 401 : 404).isEqualTo(status);
  }

  @Test
  void aPartnerWithoutAPasswordIsAskedForIt() {
    Answer answer = send(asNobody("/connect/bpost/tracking").POST(BodyPublishers.ofString("x")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
  }

  @Test
  void healthIsOpenAndFiguresAreForOperators() {
    assertThat(send(asNobody("/actuator/health").GET()).status()).isEqualTo(200);
    assertThat(send(asNobody("/actuator/prometheus").GET()).status()).isEqualTo(401);
    assertThat(get("/actuator/prometheus", "operator", PASSWORD).status()).isEqualTo(200);
    assertThat(get("/actuator/prometheus", "clerk", PASSWORD).status()).isEqualTo(403);
  }

  @Test
  void theContractIsReadableWithoutAKeyAndDocumentsTheApiAlone() {
    Answer contract = send(asNobody("/api/openapi.json").GET());
    assertThat(contract.status()).isEqualTo(200);
    assertThat(contract.body().path("paths").fieldNames())
        .toIterable()
        .contains(
            "/api/v1/orders",
            "/api/v1/orders/{orderNumber}",
            "/api/v1/orders/{orderNumber}/cancellation",
            "/api/v1/order-imports",
            "/api/v1/order-imports/{importId}",
            "/api/v1/identifiers/{kind}/{value}",
            "/api/v1/tracking/{number}")
        .allMatch(path -> path.startsWith("/api/v1/"));
    assertThat(contract.body().at("/components/securitySchemes/apiKey/scheme").asText())
        .isEqualTo("bearer");
    assertThat(contract.body().at("/components/schemas/Problem").isMissingNode()).isFalse();
    Answer page = send(asNobody("/api").GET());
    assertThat(page.status()).isEqualTo(302);
    Answer shown = send(asNobody(page.header("Location")).GET());
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text()).contains("swagger-ui");
    assertThat(send(asNobody("/api/openapi.json/swagger-config").GET()).status()).isEqualTo(200);
  }

  @Test
  void pagesCarryTheirGuards() {
    Answer page = send(asNobody("/track").GET());
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("style-src 'self' 'unsafe-inline'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void theDeskAsksForALoginAndLetsAClerkIn() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpResponse<String> desk =
        browser.send(HttpRequest.newBuilder(url("/desk")).GET().build(), BodyHandlers.ofString());
    assertThat(desk.statusCode()).isEqualTo(302);
    assertThat(desk.headers().firstValue("Location").orElse("")).endsWith("/login");
    HttpResponse<String> login =
        browser.send(HttpRequest.newBuilder(url("/login")).GET().build(), BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(login.body());
    assertThat(token.find()).isTrue();
    assertThat(logIn(browser, token.group(1), "wrong").headers().firstValue("Location").orElse(""))
        .endsWith("?error");
    assertThat(logIn(browser, token.group(1), PASSWORD).headers().firstValue("Location").orElse(""))
        .contains("/desk");
    assertThat(
            browser
                .send(
                    HttpRequest.newBuilder(url("/operations")).GET().build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> logIn(HttpClient browser, String token, String password)
      throws Exception {
    String form = "username=clerk&password=" + password.replace(" ", "+") + "&_csrf=" + token;
    return browser.send(
        HttpRequest.newBuilder(url("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void theClerkBelongsToEveryDesk() {
    assertThat(accounts.find("clerk"))
        .get()
        .satisfies(
            clerk -> {
              assertThat(clerk.roles()).containsExactly("CLERK");
              assertThat(clerk.desks()).hasSize(6).contains("customs-desk");
            });
  }

  @Test
  void aPasswordFromOutsideBecomesEffective() {
    Account hub = accounts.find("hub").orElseThrow();
    accounts.share(List.of(hub), "another");
    assertThat(
            new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder()
                .matches("another", accounts.loadUserByUsername("hub").getPassword()))
        .isTrue();
    accounts.share(List.of(hub), PASSWORD);
  }

  @Test
  void aPageThatIsNotThereIsAPageForPeopleAndAProblemForPrograms() {
    assertThat(send(asNobody("/track/a/b").header("Accept", "text/html").GET()).status())
        .isEqualTo(404);
    assertThat(send(asNobody("/track/a/b").header("Accept", "text/html").GET()).text())
        .contains("Nothing is here");
    assertThat(send(asNobody("/api/v1/tracking/a/b").GET()).header("Content-Type"))
        .startsWith("application/problem+json");
  }
}
