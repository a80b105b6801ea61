package eu.perron.connectors.bpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real routes against a carrier that listens on this machine. */
class RoutesTest {
  private record Heard(
      String method, String path, String authorization, String type, byte[] body) {}

  /** What the timer asks with: nothing to ask at first, then an answer, then nothing again. */
  public final class Question {
    private int asked;

    public byte[] ask() {
      return asked++ == 1 ? Samples.bytes("tracking-many.json") : null;
    }
  }

  /** Where the answer to a question goes. */
  public final class Door {
    public void take(String partner, String operation, Exchange exchange) {
      taken.add(
          partner + " " + operation + " " + exchange.getMessage().getBody(byte[].class).length);
    }
  }

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private int status = 200;
  private byte[] answer = new byte[0];
  private HttpServer carrier;
  private CamelContext camel;

  @BeforeEach
  void listen() throws Exception {
    carrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    carrier.createContext(
        "/",
        exchange -> {
          heard.add(
              new Heard(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestBody().readAllBytes()));
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    carrier.start();
    Properties settings = new Properties();
    settings.put(
        "perron.partners.bpost.url",
        "http://localhost:" + carrier.getAddress().getPort() + "/bpost");
    settings.put("perron.partners.bpost.account", Samples.SETTINGS.account());
    settings.put("perron.partners.bpost.passphrase", Samples.SETTINGS.passphrase());
    settings.put("perron.partners.bpost.ask-every", "20ms");
    camel = new DefaultCamelContext();
    camel.getPropertiesComponent().setInitialProperties(settings);
    camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
    for (String file :
        List.of("label", "new-attempt", "recall", "tracking-question", "tracking-poll")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              ResourceHelper.resolveResource(
                  camel, "file:" + Samples.FOLDER.resolve(file + ".camel.yaml")));
    }
    camel.getRegistry().bind("door", new Door());
    camel.getRegistry().bind("bpostQuestion", new Question());
    camel.start();
  }

  @AfterEach
  void hangUp() {
    camel.stop();
    carrier.stop(0);
  }

  @Test
  void aLabelIsBookedAtTheAccountsOrders() {
    answer = Samples.bytes("label-answer.json");
    byte[] request = Samples.bytes("label-request.json");
    assertThat(carry("label", request)).isEqualTo(answer);
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).method()).isEqualTo("POST");
    assertThat(heard.get(0).path()).isEqualTo("/bpost/shm/107423/orders");
    assertThat(heard.get(0).type()).isEqualTo("application/json");
    assertThat(heard.get(0).body()).isEqualTo(request);
  }

  @Test
  void theAccountAndItsPassphraseAreShownAtOnce() {
    carry("label", new byte[] {'{', '}'});
    assertThat(heard)
        .extracting(Heard::authorization)
        .containsExactly(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("107423:open sesame+&".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRefusedAddressComesBackAsAnAnswer() {
    status = 422;
    answer = Samples.bytes("label-refused.json");
    assertThat(carry("label", Samples.bytes("label-request.json"))).isEqualTo(answer);
  }

  @Test
  void otherFailuresSurfaceWithTheirStatus() {
    for (int failure : List.of(400, 401, 500)) {
      status = failure;
      for (String operation : List.of("label", "new-attempt", "recall", "tracking-question")) {
        Throwable thrown = catchThrowable(() -> carry(operation, new byte[] {'{', '}'}));
        assertThat(thrown).isInstanceOf(CamelExecutionException.class);
        assertThat(thrown.getCause())
            .isInstanceOfSatisfying(
                HttpOperationFailedException.class,
                http -> assertThat(http.getStatusCode()).isEqualTo(failure))
            .hasMessageNotContaining("sesame");
      }
    }
  }

  @Test
  void aNewAttemptIsAskedForAtTheAccountsAttempts() {
    answer = Samples.bytes("new-attempt-answer.json");
    assertThat(carry("new-attempt", Samples.bytes("new-attempt-request.json"))).isEqualTo(answer);
    assertThat(heard).extracting(Heard::path).containsExactly("/bpost/shm/107423/attempts");
  }

  @Test
  void aRefusedNewAttemptComesBackAsAnAnswer() {
    status = 422;
    answer = Samples.bytes("new-attempt-refused.json");
    assertThat(carry("new-attempt", Samples.bytes("new-attempt-request.json"))).isEqualTo(answer);
  }

  @Test
  void parcelsAreCalledBackAtTheAccountsReturns() {
    carry("recall", Samples.bytes("recall-request.json"));
    assertThat(heard).extracting(Heard::path).containsExactly("/bpost/shm/107423/returns");
  }

  @Test
  void quietParcelsAreAskedForAtTheTracking() {
    answer = Samples.bytes("tracking-many.json");
    assertThat(carry("tracking-question", Samples.bytes("tracking-question.json")))
        .isEqualTo(answer);
    assertThat(heard).extracting(Heard::path).containsExactly("/bpost/tracking");
  }

  @Test
  void callBacksAndAnswersToQuestionsGoThroughTheSameDoor() throws IOException {
    String inbound = Files.readString(Samples.FOLDER.resolve("tracking.camel.yaml"));
    assertThat(inbound)
        .contains(
            "platform-http:/connect/bpost/tracking",
            "Camel*",
            "take('bpost', '" + TrackingReader.OPERATION + "', ${exchange})");
    await()
        .untilAsserted(
            () ->
                assertThat(taken)
                    .containsExactly(
                        "bpost tracking " + Samples.bytes("tracking-many.json").length));
  }

  private byte[] carry(String operation, byte[] body) {
    Exchange answered =
        camel
            .createProducerTemplate()
            .send(
                "direct:bpost." + operation,
                exchange -> {
                  exchange.getMessage().setBody(body);
                  exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
                  exchange.getMessage().setHeader(Exchange.HTTP_URI, "http://elsewhere.invalid/");
                  exchange.getMessage().setHeader("PerronMessageKey", "key");
                });
    if (answered.getException() != null) {
      throw new CamelExecutionException("failed", answered, answered.getException());
    }
    assertThat(answered.getMessage().getHeader("PerronMessageKey")).isNull();
    return answered.getMessage().getBody(byte[].class);
  }
}
