package eu.perron.bench;

import eu.perron.chaos.Broken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** A partner at our doors. */
final class Voice implements AutoCloseable {
  private static final Path RELEASE = Path.of("connectors/belgian-customs/samples/IE429.xml");
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String url;
  private final String partner;
  private final Callers lines;

  /**
   * @param lines calls at once
   */
  Voice(String url, String partner, int lines) {
    this.url = url;
    this.partner = partner;
    this.lines = new Callers(lines);
  }

  /**
   * All of it, in this order as far as several at a time keep one.
   *
   * @param perSecond messages; 0: as fast as they are taken
   */
  Times say(String operation, String type, List<String> messages, double perSecond)
      throws InterruptedException {
    return lines.call(
        messages.size(), perSecond, number -> say(operation, type, messages.get(number)));
  }

  void say(String operation, String type, String message) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/connect/" + partner + "/" + operation))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString((partner + ":" + Ground.PASSWORD).getBytes()))
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new Broken(
          "%s %s was answered %d: %s"
              .formatted(partner, operation, answer.statusCode(), answer.body()));
    }
  }

  /** Belgian customs releases what was declared. */
  static String release(String lrn, String mrn, Instant at) throws IOException {
    return Files.readString(RELEASE)
        .replaceAll(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z",
            at.truncatedTo(ChronoUnit.SECONDS).toString())
        .replace("PR26112200A1H701", lrn)
        .replace("26BEABCDEF123456R3", mrn);
  }

  @Override
  public void close() {
    lines.close();
  }
}
