package eu.perron.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address under which sellers and partners reach whichever nodes live: a plain proxy, as
 * stands before nodes in earnest. It can deliver what partners say several times and out of order.
 */
final class Door {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final int port;
  private final List<Node> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ScheduledExecutorService messengers =
      Executors.newScheduledThreadPool(
          16,
          task -> {
            Thread thread = new Thread(task, "messenger");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger underway = new AtomicInteger();
  private final AtomicInteger fromPartners = new AtomicInteger();
  private volatile Confusion confusion;

  /**
   * @param copies how often each message of a partner is delivered
   * @param within each copy after a random while, at most so long
   */
  record Confusion(int copies, Duration within, Random random) {}

  Door() throws IOException {
    port = Ports.free();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 512);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "door");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::pass);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  void leadsTo(List<Node> wanted) {
    nodes.clear();
    nodes.addAll(wanted);
  }

  /** Null: each message once, at once. */
  void confuse(Confusion wanted) {
    confusion = wanted;
  }

  /** Messages that partners brought, each counted once. */
  int fromPartners() {
    return fromPartners.get();
  }

  /** Copies that were promised and are not delivered yet. */
  int underway() {
    return underway.get();
  }

  private void pass(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    boolean partner = call.getRequestURI().getPath().startsWith("/connect/");
    Confusion confused = confusion;
    try (call) {
      if (partner && confused != null) {
        fromPartners.incrementAndGet();
        Line.answer(call, 202, new byte[0]);
        multiply(call, body, confused);
        return;
      }
      HttpResponse<byte[]> answer = toANode(call, body);
      if (answer == null) {
        Line.answer(call, 503, "No node answers".getBytes());
        return;
      }
      if (partner && answer.statusCode() / 100 == 2) {
        fromPartners.incrementAndGet();
      }
      for (String header : List.of("content-type", "retry-after")) {
        answer
            .headers()
            .firstValue(header)
            .ifPresent(value -> call.getResponseHeaders().set(header, value));
      }
      Line.answer(call, answer.statusCode(), answer.body());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void multiply(HttpExchange call, byte[] body, Confusion confused) {
    for (int copy = 0; copy < confused.copies(); copy++) {
      underway.incrementAndGet();
      later(call, body, confused.random().nextLong(confused.within().toMillis() + 1));
    }
  }

  private void later(HttpExchange call, byte[] body, long millis) {
    messengers.schedule(
        () -> {
          try {
            HttpResponse<byte[]> answer = toANode(call, body);
            if (answer == null || answer.statusCode() >= 500) {
              later(call, body, 1000);
            } else {
              underway.decrementAndGet();
            }
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        },
        millis,
        TimeUnit.MILLISECONDS);
  }

  /**
   * The next one that takes connections; one that dies while it has the request is not replaced.
   */
  private HttpResponse<byte[]> toANode(HttpExchange call, byte[] body) throws InterruptedException {
    List<Node> now = List.copyOf(nodes);
    int first = turn.getAndIncrement();
    for (int i = 0; i < now.size(); i++) {
      Node node = now.get(Math.floorMod(first + i, now.size()));
      try {
        return Line.forward(http, node.url(), call, body, PATIENCE);
      } catch (java.net.ConnectException nobodyThere) {
        continue;
      } catch (IOException died) {
        return null;
      }
    }
    return null;
  }
}
