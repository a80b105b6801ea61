package eu.perron.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.chaos.Await;
import eu.perron.chaos.Broken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Shops that send orders through the public API. */
final class Shop implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final List<String> urls;
  private final OrderText text;
  private final ExecutorService hands;
  private final int clients;

  /**
   * @param urls of the nodes, taken in turn
   * @param clients who send at once, each waiting for its answer before the next
   */
  Shop(List<String> urls, int clients) throws IOException {
    this.urls = urls;
    this.clients = clients;
    this.text = new OrderText();
    this.hands = Executors.newFixedThreadPool(clients);
  }

  /** As fast as they are answered. */
  Times send(String prefix, int many) throws InterruptedException {
    return send(prefix, many, 0);
  }

  /**
   * @param perSecond evenly spread; a late answer delays none of the next, and counts from when the
   *     order should have gone; 0: as fast as they are answered
   */
  Times send(String prefix, int many, double perSecond) throws InterruptedException {
    Times times = new Times(many);
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    Callable<Void> client =
        () -> {
          for (int number = next.getAndIncrement();
              number < many;
              number = next.getAndIncrement()) {
            long due = began;
            if (perSecond > 0) {
              due += (long) (number * 1e9 / perSecond);
              for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
              }
            } else {
              due = System.nanoTime();
            }
            place(text.under(prefix + "%06d".formatted(number)), urls.get(number % urls.size()));
            times.add(System.nanoTime() - due);
          }
          return null;
        };
    for (Future<Void> done :
        hands.invokeAll(IntStream.range(0, clients).mapToObj(i -> client).toList())) {
      try {
        done.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException(failure.getCause());
      }
    }
    times.took(System.nanoTime() - began);
    return times;
  }

  /**
   * One order.
   *
   * @return its number
   */
  String place(byte[] order) throws IOException, InterruptedException {
    return place(order, urls.get(0));
  }

  private String place(byte[] order, String url) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/orders"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Ground.API_KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(order))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new Broken("An order was answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body()).path("orderNumber").asText();
  }

  /**
   * A file of orders, until all of them are taken.
   *
   * @return seconds
   */
  double sendFile(String prefix, int many) throws IOException, InterruptedException {
    byte[] file = OrderText.file(prefix, many);
    long began = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            request("/api/v1/order-imports")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new Broken("The file was answered " + answer.statusCode() + ": " + answer.body());
    }
    String report = JSON.readTree(answer.body()).path("self").asText();
    Await.until(
        Duration.ofMinutes(10),
        "the file is done",
        () -> read(report).path("state").asText().equals("DONE"));
    double seconds = (System.nanoTime() - began) / 1e9;
    int accepted = read(report).path("orders").path("accepted").asInt();
    if (accepted != many) {
      throw new Broken(accepted + " of " + many + " orders of the file were taken");
    }
    return seconds;
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    return JSON.readTree(
        http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(urls.get(0) + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + Ground.API_KEY);
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
