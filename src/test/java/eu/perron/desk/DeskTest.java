package eu.perron.desk;

import static eu.perron.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.AnOrder;
import eu.perron.PerronTest;
import eu.perron.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A clerk decides about an order that screening held. */
class DeskTest extends PerronTest {
  private static final Pattern TASK = Pattern.compile("data-keys-item=\"([^\"]+)\"");

  @Test
  void aHeldOrderIsClaimedDecidedAndGoesOn() throws Exception {
    String order = aVagueOrder();
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String task = taskOf(order, clerk);
    String page = "/desk/tasks/" + task;

    assertThat(clerk.read("/desk?q=" + order)).contains("gift").contains("/desk/tasks/" + task);
    assertThat(clerk.read(page))
        .contains("perron-form")
        .contains("here=\"fulfilment:ReviewOrder\"")
        .contains(order);
    assertThat(json.readTree(clerk.read(page + "/data")).path("description").asText())
        .isEqualTo("gift");

    HttpResponse<String> empty = clerk.sendJson(page, page + "/complete", "{\"values\": {}}");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("/values/decision");

    assertThat(clerk.submit(page, page + "/claim", Map.of()).body()).contains("give-back");
    assertThat(clerk.read("/desk?mine=true&q=" + order)).contains(task);

    HttpResponse<String> done =
        clerk.sendJson(
            page,
            page + "/complete",
            "{\"values\": {\"decision\": \"REFUSED\", \"note\": \"no answer\"}}");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(json.readTree(done.body()).path("next").asText()).startsWith("/desk");

    assertThat(
            clerk
                .sendJson("/desk", page + "/complete", "{\"values\": {\"decision\": \"TRAVELS\"}}")
                .statusCode())
        .isEqualTo(409);
    assertThat(clerk.open(page).statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/orders/" + order).body().path("status").asText()).isEqualTo("REFUSED");
  }

  @Test
  void whoLooksOnReadsButDoesNotDecide() throws Exception {
    String order = aVagueOrder();
    String page = "/desk/tasks/" + taskOf(order, new Visitor(this::url).loggedInAs("clerk"));
    Visitor owner = new Visitor(this::url).loggedInAs("owner");
    assertThat(owner.read(page)).contains(order).doesNotContain("submit=\"/desk");
    assertThat(
            owner
                .sendJson(page, page + "/complete", "{\"values\": {\"decision\": \"TRAVELS\"}}")
                .statusCode())
        .isEqualTo(403);
    assertThat(get("/api/v1/orders/" + order).body().path("status").asText())
        .isEqualTo("WAITING_FOR_CLERK");
  }

  @Test
  void anOrderIsFoundByItsReferenceAndItsParcel() {
    AnOrder sample = anOrder().with("/lines/0/description", "gift");
    String order =
        post("/api/v1/orders", "application/json", sample.json())
            .body()
            .path("orderNumber")
            .asText();
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    assertThat(clerk.open("/desk/search?q=" + sample.reference()).uri().getPath())
        .isEqualTo("/desk/orders/" + order);
    assertThat(clerk.open("/desk/search?q=" + order + "01").uri().getPath())
        .isEqualTo("/desk/orders/" + order);
    assertThat(clerk.open("/desk/search?q=nothing").body()).contains("nothing");
    assertThat(clerk.open("/desk/orders/NOSUCHORDER1").statusCode()).isEqualTo(404);
  }

  @Test
  void anOrderIsFoundByTheWordsOfItsConsigneesName() {
    String name = "Odé " + "Kw" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "-Smets";
    AnOrder sample =
        anOrder().with("/lines/0/description", "gift").with("/consignee/name", "A. " + name);
    String order =
        post("/api/v1/orders", "application/json", sample.json())
            .body()
            .path("orderNumber")
            .asText();
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String surname = name.substring(4, name.indexOf('-'));
    assertThat(find(clerk, surname).uri().getPath()).isEqualTo("/desk/orders/" + order);
    assertThat(find(clerk, "smets, ODE " + surname).uri().getPath())
        .isEqualTo("/desk/orders/" + order);
    assertThat(find(clerk, surname + " jan").uri().getPath()).isEqualTo("/desk/search");
    assertThat(find(clerk, surname.substring(0, 4)).uri().getPath()).isEqualTo("/desk/search");
  }

  private static HttpResponse<String> find(Visitor clerk, String what) {
    return clerk.open("/desk/search?q=" + URLEncoder.encode(what, StandardCharsets.UTF_8));
  }

  private String aVagueOrder() {
    AnOrder sample = anOrder().with("/lines/0/description", "gift");
    return post("/api/v1/orders", "application/json", sample.json())
        .body()
        .path("orderNumber")
        .asText();
  }

  private static String taskOf(String order, Visitor clerk) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              Matcher task = TASK.matcher(clerk.read("/desk?q=" + order));
              return task.find() ? task.group(1) : null;
            },
            found -> found != null);
  }
}
