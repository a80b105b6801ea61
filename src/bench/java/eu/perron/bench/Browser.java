package eu.perron.bench;

import eu.perron.chaos.Broken;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clerk's browser, as far as the server sees it. */
final class Browser {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*(?:content|value)=\"([^\"]+)\"");
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String url;
  private String token;

  Browser(String url, String user) throws IOException, InterruptedException {
    this.url = url;
    stand("/login");
    form("/login", "username=" + user + "&password=" + Ground.PASSWORD);
    stand("/desk");
  }

  /** Takes the token of this page for all that is sent from now on. */
  private void stand(String page) throws IOException, InterruptedException {
    Matcher found = TOKEN.matcher(open(page));
    if (!found.find()) {
      throw new Broken("No token on " + page);
    }
    token = found.group(1);
  }

  String open(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  String form(String path, String fields) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
  }

  String json(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(body)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new Broken(
          answer.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
