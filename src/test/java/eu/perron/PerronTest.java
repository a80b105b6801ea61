package eu.perron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.connectors.Routes;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program with its real database and the simulated partners at pace 0, started once for
 * every test class that extends this. Each run has a data folder of its own under {@code target/};
 * what earlier runs left is removed unless they still run. The models and tables are a copy, which
 * a test may change.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "perron.demo.pace=0",
      // A carrier that says nothing is asked, soon after the clock was moved far enough.
      "perron.partners.bpost.ask-every=1s",
      // One by one, so that a line can be cut between two; ImportAtLiegeTest sends batches.
      "perron.partners.belgian-customs.declarations-per-message=1",
      "perron.exchange.orphans-every=500",
      "perron.flow.month-every=1000",
      "perron.flow.storage-every=500",
      // Partners that nobody writes to, for tests of illness and budget.
      "perron.partners.gls.lines=4",
      "perron.partners.gls.deadline=1s",
      "perron.partners.dpd.calls-per-second=20",
      // A test that wants something archived says so.
      "perron.retention.every=P1D",
      // Boot keeps metrics out of tests unless asked.
      "management.prometheus.metrics.export.enabled=true",
      "perron.demo.api-key=" + PerronTest.API_KEY,
      "perron.demo.password=" + PerronTest.PASSWORD,
      "perron.partner-password=" + PerronTest.PARTNER_PASSWORD
    })
@ActiveProfiles("test")
@Import({PerronTest.Time.class, Routes.class})
public abstract class PerronTest {
  public static final String API_KEY = "pk_test_0123456789abcdef";
  public static final String PASSWORD = "open sesame";
  public static final String PARTNER_PASSWORD = "partner sesame";
  private static final String DATA = "perron-data-";

  protected final ObjectMapper json = new ObjectMapper();
  protected final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  @Autowired protected MovableClock clock;
  @LocalServerPort private int port;

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock();
    }
  }

  /** A port that is known before the start, as the simulated partners must know where to call. */
  @DynamicPropertySource
  static void freePort(DynamicPropertyRegistry registry) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      registry.add("server.port", () -> port);
    }
  }

  @DynamicPropertySource
  static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    try (Stream<Path> earlier = Files.list(target)) {
      for (Path folder : earlier.filter(PerronTest::isLeftBehind).toList()) {
        clear(folder);
      }
    }
    Path mine = target.resolve(DATA + ProcessHandle.current().pid());
    registry.add("perron.data-dir", mine::toString);
    Path processes = target.resolve("processes-" + ProcessHandle.current().pid());
    FileSystemUtils.copyRecursively(Path.of("processes"), processes);
    registry.add("perron.processes-dir", processes::toString);
  }

  private static void clear(Path folder) throws IOException {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (NoSuchFileException gone) {
      // The test process beside this one clears it too.
    }
  }

  private static boolean isLeftBehind(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(DATA)
        && ProcessHandle.of(Long.parseLong(name.substring(DATA.length()))).isEmpty();
  }

  protected URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** A request by the demo seller. */
  protected HttpRequest.Builder asSeller(String path) {
    return HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + API_KEY);
  }

  protected HttpRequest.Builder asNobody(String path) {
    return HttpRequest.newBuilder(url(path));
  }

  protected Answer get(String path) {
    return send(asSeller(path).GET());
  }

  protected Answer post(String path, String contentType, String body) {
    return post(path, contentType, BodyPublishers.ofString(body));
  }

  protected Answer post(String path, String contentType, BodyPublisher body) {
    return send(asSeller(path).header("Content-Type", contentType).POST(body));
  }

  protected Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What came back, easy to ask. */
  protected final class Answer {
    private final HttpResponse<String> response;

    private Answer(HttpResponse<String> response) {
      this.response = response;
    }

    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String text() {
      return response.body();
    }

    public JsonNode body() {
      try {
        return json.readTree(response.body());
      } catch (IOException failure) {
        throw new AssertionError("Not JSON: " + response.body(), failure);
      }
    }

    /** Of a problem: what must be mended, as {@code pointer code}. */
    public List<String> errors() {
      return Stream.iterate(0, i -> i + 1)
          .limit(body().path("errors").size())
          .map(body().path("errors")::get)
          .map(each -> each.path("pointer").asText() + " " + each.path("code").asText())
          .toList();
    }
  }
}
