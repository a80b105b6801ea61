package eu.perron.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A shop that sends orders through the public API as a careful shop does: no answer, or a bad one,
 * and it asks again with the same reference until it knows.
 */
final class Seller implements AutoCloseable {
  private static final Path SAMPLE = Path.of("src/main/resources/samples/order.json");
  private static final Duration GIVES_UP = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final ExecutorService clerks = Executors.newFixedThreadPool(16);
  private final String url;
  private final String prefix;
  private final IntFunction<String> lots;
  private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger putOff = new AtomicInteger();
  private final List<String> refused = java.util.Collections.synchronizedList(new ArrayList<>());
  private volatile boolean sending = true;

  /**
   * @param prefix begins the reference of each of its orders
   * @param lots the case that the simulated partners make of the n-th order ({@code CEB100}), or
   *     null for an ordinary one
   */
  Seller(String url, String prefix, IntFunction<String> lots) throws IOException {
    this.url = url;
    this.prefix = prefix;
    this.lots = lots;
  }

  /** Sends at this rate until told to stop. */
  void sendSteadily(double perSecond) {
    Thread beat =
        new Thread(
            () -> {
              long next = System.nanoTime();
              while (sending) {
                next += (long) (1_000_000_000 / perSecond);
                sendOne();
                long wait = next - System.nanoTime();
                if (wait > 0) {
                  java.util.concurrent.locks.LockSupport.parkNanos(wait);
                }
              }
            },
            "seller-beat");
    beat.setDaemon(true);
    beat.start();
  }

  void send(int many) {
    for (int i = 0; i < many; i++) {
      sendOne();
    }
  }

  private void sendOne() {
    int number = sent.incrementAndGet();
    open.incrementAndGet();
    clerks.execute(
        () -> {
          try {
            place(prefix + "%06d".formatted(number), lots.apply(number));
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          } finally {
            open.decrementAndGet();
          }
        });
  }

  private void place(String reference, String lot) throws InterruptedException {
    byte[] body = order(reference, lot);
    long giveUp = System.nanoTime() + GIVES_UP.toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        tries.incrementAndGet();
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/orders"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + Stage.API_KEY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status == 200 || status == 201) {
          acknowledge(reference, answer.body());
          return;
        }
        if (status == 429) {
          putOff.incrementAndGet();
          Thread.sleep(
              1000 * answer.headers().firstValue("retry-after").map(Long::parseLong).orElse(1L));
          continue;
        }
        if (status < 500) {
          refused.add(reference + ": " + status + " " + answer.body());
          return;
        }
      } catch (IOException noAnswer) {
        // Whether it was taken nobody knows; the same reference tells.
      }
      Thread.sleep(250);
    }
  }

  private void acknowledge(String reference, String answer) {
    try {
      JsonNode read = JSON.readTree(answer);
      acknowledged
          .computeIfAbsent(reference, any -> new ConcurrentSkipListSet<>())
          .add(read.path("orderNumber").asText());
    } catch (IOException nonsense) {
      refused.add(reference + ": unreadable answer " + answer);
    }
  }

  /** The sample order, under this reference; a case for the partners, or null. */
  static byte[] order(String reference, String lot) {
    try {
      ObjectNode order = (ObjectNode) JSON.readTree(SAMPLE.toFile());
      order.put("reference", reference);
      if (lot != null) {
        ObjectNode line = (ObjectNode) order.path("lines").get(0);
        line.put("description", line.path("description").asText() + ", lot " + lot);
      }
      return JSON.writeValueAsBytes(order);
    } catch (IOException noSample) {
      throw new IllegalStateException(noSample);
    }
  }

  /** Stops sending and waits until every order sent is answered. */
  void stopAndAwaitAnswers() throws InterruptedException {
    sending = false;
    Await.until(GIVES_UP.plusSeconds(30), "every order is answered", () -> open.get() == 0);
  }

  /** References and the order numbers they were answered with; more than one is a double. */
  Map<String, Set<String>> acknowledged() {
    return acknowledged;
  }

  Set<String> orderNumbers() {
    Set<String> numbers = new ConcurrentSkipListSet<>();
    acknowledged.values().forEach(numbers::addAll);
    return numbers;
  }

  int sent() {
    return sent.get();
  }

  int tries() {
    return tries.get();
  }

  /** Answers 429. */
  int putOff() {
    return putOff.get();
  }

  List<String> refused() {
    return refused;
  }

  @Override
  public void close() throws InterruptedException {
    sending = false;
    clerks.shutdownNow();
    clerks.awaitTermination(30, TimeUnit.SECONDS);
  }
}
