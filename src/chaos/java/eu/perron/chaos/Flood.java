package eu.perron.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Many shops that know nothing of each other: orders come at their rate, however slowly we answer,
 * and one that is put off is not sent again.
 */
final class Flood {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .executor(
              Executors.newFixedThreadPool(
                  2,
                  task -> {
                    Thread thread = new Thread(task, "flood");
                    thread.setDaemon(true);
                    return thread;
                  }))
          .build();
  private final String url;
  private final String prefix;
  private final Function<String, byte[]> order;
  private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
  private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> millisToTake = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> millisToRefuse = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param order the body of an order of this reference
   */
  Flood(String url, String prefix, Function<String, byte[]> order) {
    this.url = url;
    this.prefix = prefix;
    this.order = order;
  }

  /** Returns when every order sent is answered, or no answer came. */
  void pour(double perSecond, Duration time) throws InterruptedException {
    long next = System.nanoTime();
    long end = next + time.toNanos();
    while (next < end) {
      send(prefix + "%07d".formatted(sent.incrementAndGet()));
      next += (long) (1e9 / perSecond);
      LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
    }
    Await.until(PATIENCE.plusSeconds(10), "every order is answered", () -> open.get() == 0);
  }

  private void send(String reference) {
    open.incrementAndGet();
    long began = System.nanoTime();
    http.sendAsync(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/orders"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Stage.API_KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(order.apply(reference)))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) -> {
              long millis = (System.nanoTime() - began) / 1_000_000;
              if (failure != null) {
                broken.add(reference + ": " + failure);
              } else {
                answered(reference, answer, millis);
              }
              open.decrementAndGet();
            });
  }

  private void answered(String reference, HttpResponse<String> answer, long millis) {
    switch (answer.statusCode()) {
      case 201 -> {
        millisToTake.add(millis);
        acknowledged.put(reference, Set.of(number(reference, answer.body())));
      }
      case 429 -> millisToRefuse.add(millis);
      default -> broken.add(reference + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private String number(String reference, String body) {
    try {
      return JSON.readTree(body).path("orderNumber").asText();
    } catch (IOException nonsense) {
      broken.add(reference + ": unreadable answer " + body);
      return "";
    }
  }

  int sent() {
    return sent.get();
  }

  int putOff() {
    return millisToRefuse.size();
  }

  Map<String, Set<String>> acknowledged() {
    return acknowledged;
  }

  /** Neither taken nor put off: refused otherwise, 5xx, no answer. */
  List<String> broken() {
    return broken;
  }

  List<Long> millisToTake() {
    return millisToTake;
  }

  List<Long> millisToRefuse() {
    return millisToRefuse;
  }
}
