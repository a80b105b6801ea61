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
  private final Callers clients;

  /**
   * @param urls of the nodes, taken in turn
   * @param clients who send at once, each waiting for its answer before the next
   */
  Shop(List<String> urls, int clients) throws IOException {
    this.urls = urls;
    this.clients = new Callers(clients);
    this.text = new OrderText();
  }

  /** As fast as they are answered. */
  Times send(String prefix, int many) throws InterruptedException {
    return send(prefix, many, 0);
  }

  /**
   * @param perSecond evenly spread; 0: as fast as they are answered
   */
  Times send(String prefix, int many, double perSecond) throws InterruptedException {
    return clients.call(
        many,
        perSecond,
        number ->
            place(text.under(prefix + "%06d".formatted(number)), urls.get(number % urls.size())));
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
    clients.close();
  }
}
