package eu.perron.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Brings partners' news to the doors of a node, several at a time. */
final class Post implements AutoCloseable {
  private static final int AT_ONCE = 8;

  /** The carrier tells so many events in a list. */
  private static final int IN_A_LIST = 50;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final ExecutorService carriers = Executors.newFixedThreadPool(AT_ONCE);
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
  private final String url;
  private int told;

  Post(String url) {
    this.url = url;
  }

  /** All of it, in this order as far as several at a time keep one; returns when it is told. */
  void tell(List<NewsSet.News> news) throws InterruptedException {
    List<Callable<Void>> ways = new ArrayList<>();
    List<NewsSet.News> list = new ArrayList<>();
    for (NewsSet.News each : news) {
      if (each.customs()) {
        ways.add(
            () ->
                deliver("belgian-customs", "notification", "application/xml", each.declaration()));
      } else {
        list.add(each);
        if (list.size() == IN_A_LIST) {
          ways.add(events(List.copyOf(list)));
          list.clear();
        }
      }
    }
    if (!list.isEmpty()) {
      ways.add(events(list));
    }
    for (Future<Void> way : carriers.invokeAll(ways)) {
      try {
        way.get();
      } catch (ExecutionException failure) {
        refused.add(failure.getCause().toString());
      }
    }
    told += news.size();
  }

  private Callable<Void> events(List<NewsSet.News> events) {
    return () ->
        deliver(
            "bpost",
            "tracking",
            "application/json",
            events.stream()
                .map(NewsSet.News::event)
                .collect(Collectors.joining(",", "{\"events\": [", "]}")));
  }

  private Void deliver(String partner, String operation, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/connect/" + partner + "/" + operation))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .header("Authorization", "Basic " + account(partner))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      refused.add(partner + ": " + answer.statusCode() + " " + answer.body());
    }
    return null;
  }

  private static String account(String partner) {
    return Base64.getEncoder().encodeToString((partner + ":" + Stage.PASSWORD).getBytes());
  }

  /** Pieces of news so far, copies counted. */
  int told() {
    return told;
  }

  List<String> refused() {
    return refused;
  }

  @Override
  public void close() {
    carriers.shutdownNow();
  }
}
