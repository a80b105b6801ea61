package eu.perron.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line from our nodes to one partner: carries requests on as they are, and can be made to fail
 * in the ways lines and partners do.
 */
final class Line {
  /** What ails the partner, seen from our side of the line. */
  enum Illness {
    NONE,
    /** Nobody listens. */
    REFUSES,
    /** Takes the call and says nothing. */
    HANGS,
    /** Answers a byte a second. */
    DRIBBLES,
    /** 503, at once. */
    UNAVAILABLE,
    /** 200 and nonsense. */
    GARBAGE
  }

  /**
   * Stands between the partner's answer and our node: the partner has acted, we do not know yet.
   */
  interface Interruption {
    void beforeTheAnswer() throws InterruptedException;
  }

  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding", "expect");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String partner;
  private final String target;
  private final int port;
  private final AtomicInteger carried = new AtomicInteger();
  private volatile Illness illness = Illness.NONE;
  private volatile Interruption interruption = () -> {};
  private HttpServer server;

  /**
   * @param target where the partner's simulator lives
   */
  Line(String partner, String target) throws IOException {
    this.partner = partner;
    this.target = target;
    this.port = Ports.free();
    listen();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  String partner() {
    return partner;
  }

  /** Requests that the partner has answered. */
  int carried() {
    return carried.get();
  }

  synchronized void falls(Illness ill) {
    boolean deaf = illness == Illness.REFUSES;
    illness = ill;
    try {
      if (ill == Illness.REFUSES) {
        server.stop(0);
      } else if (deaf) {
        listen();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void interrupt(Interruption wanted) {
    interruption = wanted;
  }

  private void listen() throws IOException {
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 256);
    ExecutorService hands =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "line-" + partner);
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(hands);
    server.createContext("/", this::carry);
    server.start();
  }

  private void carry(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    try (call) {
      switch (illness) {
        case HANGS -> hang();
        case UNAVAILABLE -> answer(call, 503, "Closed for maintenance".getBytes());
        case GARBAGE -> answer(call, 200, nonsense());
        default -> pass(call, body);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange call, byte[] body) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = forward(HTTP, target, call, body, Duration.ofSeconds(60));
    carried.incrementAndGet();
    interruption.beforeTheAnswer();
    answer
        .headers()
        .firstValue("content-type")
        .ifPresent(type -> call.getResponseHeaders().set("Content-Type", type));
    if (illness == Illness.DRIBBLES) {
      dribble(call, answer.body());
    } else {
      answer(call, answer.statusCode(), answer.body());
    }
  }

  static HttpResponse<byte[]> forward(
      HttpClient http, String target, HttpExchange call, byte[] body, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + call.getRequestURI())).timeout(timeout);
    call.getRequestHeaders().forEach((name, values) -> headers(request, name, values));
    return http.send(
        request
            .method(
                call.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void headers(HttpRequest.Builder request, String name, List<String> values) {
    if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  static void answer(HttpExchange call, int status, byte[] body) throws IOException {
    call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      call.getResponseBody().write(body);
    }
  }

  private void hang() throws InterruptedException {
    while (illness == Illness.HANGS) {
      Thread.sleep(200);
    }
  }

  private void dribble(HttpExchange call, byte[] body) throws IOException, InterruptedException {
    call.sendResponseHeaders(200, 0);
    OutputStream out = call.getResponseBody();
    for (int i = 0; i < body.length; i++) {
      out.write(body[i]);
      out.flush();
      if (illness == Illness.DRIBBLES) {
        Thread.sleep(1000);
      }
    }
  }

  private static byte[] nonsense() {
    byte[] bytes = new byte[300];
    new Random().nextBytes(bytes);
    return bytes;
  }
}
